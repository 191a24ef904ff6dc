using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>What the comparison of a shown name with a contact's names gave.</summary>
/// <param name="Agreement">How they stand to each other.</param>
/// <param name="Evidence">The contribution, a hold for a conflict, or null when the name tells nothing.</param>
public readonly record struct NameFinding(NameAgreement Agreement, Evidence? Evidence)
{
    /// <summary>The name tells nothing.</summary>
    public static NameFinding Silent { get; } = new(NameAgreement.Unknown, null);

    /// <summary>Whether another person's name is shown.</summary>
    public bool IsConflict => Agreement == NameAgreement.Conflict;

    /// <summary>Whether the whole name agrees.</summary>
    public bool IsAgreement => Agreement is NameAgreement.Strong or NameAgreement.Compatible;
}
