namespace Beeper.Resolver;

/// <summary>One source record with its identifiers in normal form.</summary>
public sealed record NormalizedRecord
{
    /// <summary>Where the row stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The name to show: full name, else the parts joined, else the nickname, else empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Nickname where the source has one besides the name, or null.</summary>
    public string? Nickname { get; init; }

    /// <summary>Organisation, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>Identifiers in the order of the row, without exact repetitions.</summary>
    public IReadOnlyList<RecordIdentifier> Identifiers { get; init; } = [];

    /// <summary>Values that gave no identifier, with the reason.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => $"{Location} with {Identifiers.Count} identifiers";
}
