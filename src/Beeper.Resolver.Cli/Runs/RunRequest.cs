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

    /// <summary>How long a start may take; null for the default.</summary>
    public TimeSpan? StartTimeout { get; init; }

    /// <summary>How results are written.</summary>
    public required OutputForm Form { get; init; }

    /// <summary>Outcomes that make the exit code 8: <c>held</c> and <c>rejected</c>.</summary>
    public IReadOnlyList<string> FailOn { get; init; } = [];
}
