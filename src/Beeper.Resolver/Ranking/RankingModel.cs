namespace Beeper.Resolver.Ranking;

/// <summary>
/// What ranking knows before it sees a contact: weights and calibration from the data files, shared identifiers and name frequencies from
/// the user's own address book. Fixed for a run.
/// </summary>
/// <param name="Weights">The weights.</param>
/// <param name="Calibration">What sums of evidence mean.</param>
/// <param name="Shared">Which identifiers several contacts hold.</param>
/// <param name="Names">How common the names are.</param>
public sealed record RankingModel(RankingWeights Weights, Calibration Calibration, SharedIdentifiers Shared, NameFrequencies Names)
{
    /// <summary>The version of everything that comes from data files; a decision made under another one is made again.</summary>
    public string Version => $"{Weights.Version}+{Calibration.Version}";

    /// <summary>The shipped weights over an address book.</summary>
    public static RankingModel Of(IReadOnlyList<Contact> contacts) =>
        new(RankingWeights.Default, Calibration.Default, new SharedIdentifiers(contacts), new NameFrequencies(contacts));

    /// <summary>The chance, 0 to 100, that an identifier leads to the contact, before anything is asked.</summary>
    public double IdentifierScore(IReadOnlyList<Evidence> evidence) => Calibration.Identifier.Score(Weights.LogOdds(evidence));

    /// <summary>The chance, 0 to 100, that a person who was found is the contact.</summary>
    public double PersonScore(IReadOnlyList<Evidence> evidence) => Calibration.Person.Score(Weights.PersonLogOdds(evidence));
}
