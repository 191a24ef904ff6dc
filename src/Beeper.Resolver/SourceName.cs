namespace Beeper.Resolver;

/// <summary>The name cells of a source record, trimmed and otherwise as written; an absent part is null.</summary>
public sealed record SourceName
{
    /// <summary>A row without any name.</summary>
    public static SourceName Empty { get; } = new();

    /// <summary>The full or display name where the source has one.</summary>
    public string? Full { get; init; }

    /// <summary>Honorific such as <c>Dr.</c></summary>
    public string? Prefix { get; init; }

    /// <summary>Given name.</summary>
    public string? Given { get; init; }

    /// <summary>Middle names.</summary>
    public string? Middle { get; init; }

    /// <summary>Family name.</summary>
    public string? Family { get; init; }

    /// <summary>Suffix such as <c>Jr.</c></summary>
    public string? Suffix { get; init; }

    /// <summary>Nickname.</summary>
    public string? Nickname { get; init; }
}
