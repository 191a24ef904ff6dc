using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>What a <c>resolve</c> or <c>plan</c> was asked to do.</summary>
internal sealed record RunRequest
{
    /// <summary>The command, for the list of runs.</summary>
    public required string Command { get; init; }

    /// <summary>Address books to import first.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Account selectors; empty for all that are connected.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>What the run may do.</summary>
    public required ResolveOptions Options { get; init; }

    /// <summary>Plan from what is known, without any request.</summary>
    public bool Offline { get; init; }

    /// <summary>Show every contribution to each decision.</summary>
    public bool Explain { get; init; }

    /// <summary>How long a start may take; null for the default.</summary>
    public TimeSpan? StartTimeout { get; init; }

    /// <summary>How results are written.</summary>
    public required OutputForm Form { get; init; }

    /// <summary>Whether to wait for another run that holds the store, instead of giving up.</summary>
    public bool Wait { get; init; }

    /// <summary>The text of first messages, or null for none.</summary>
    public MessageTemplate? Message { get; init; }

    /// <summary>The most first messages; null for no limit.</summary>
    public int? MaxMessages { get; init; }

    /// <summary>Whether first messages are sent without being asked.</summary>
    public bool Yes { get; init; }

    /// <summary>Outcomes that make the exit code 8: <c>held</c> and <c>rejected</c>.</summary>
    public IReadOnlyList<string> FailOn { get; init; } = [];
}
