namespace Beeper.Resolver.Merging.Learning;

/// <summary>Limits of linking records.</summary>
public sealed record LinkageOptions
{
    internal const int MostFields = 16;

    /// <summary>Records on one key above which the key brings nobody together. Default 60, at least 2.</summary>
    public int MostRecordsPerKey { get; init; } = 60;

    /// <summary>Records of one person. Default 12, at least 2.</summary>
    public int MostRecordsPerPerson { get; init; } = 12;
}
