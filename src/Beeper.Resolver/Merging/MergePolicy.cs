namespace Beeper.Resolver.Merging;

/// <summary>How records are judged to be one person.</summary>
public sealed record MergePolicy
{
    /// <summary>The defaults.</summary>
    public static MergePolicy Default { get; } = new();

    /// <summary>Records on one identifier above which it is no evidence at all, as with a switchboard. Default 20, at least 2.</summary>
    public int MostRecordsPerIdentifier { get; init; } = 20;

    /// <summary>Records one contact may take automatically; further ones stay contacts of their own. Default 12, at least 2.</summary>
    public int MostRecordsPerContact { get; init; } = 12;
}
