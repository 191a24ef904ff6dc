namespace Beeper.Resolver.Merging;

/// <summary>How records are judged to be one person.</summary>
public sealed record MergePolicy
{
    /// <summary>The defaults.</summary>
    public static MergePolicy Default { get; } = new();

    /// <summary>Records on one identifier above which it is no evidence at all, as with a switchboard. Default 20, 2 to 100.</summary>
    public int MostRecordsPerIdentifier { get; init; } = 20;

    /// <summary>Records one contact may take automatically; further ones stay contacts of their own. Default 12, at least 2.</summary>
    public int MostRecordsPerContact { get; init; } = 12;

    /// <summary>Contacts of one name above which the name is too common to suggest that two of them are one. Default 4, 2 to 100.</summary>
    public int MostContactsPerName { get; init; } = 4;

    /// <summary>
    /// How many people may be expected to bear a name by chance, from how common its words are in these address books, for the name alone to
    /// suggest that two contacts are one. Default 0.2, above 0.
    /// </summary>
    public double MostExpectedNamesakes { get; init; } = 0.2;

    /// <summary>Merge the same full name and organisation from two address books when no third contact has that name. Default true.</summary>
    public bool MergesByOrganization { get; init; } = true;
}
