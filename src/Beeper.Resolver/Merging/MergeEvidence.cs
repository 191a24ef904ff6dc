using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>Why a record is part of a contact.</summary>
/// <param name="Record">The record.</param>
/// <param name="With">The record of the contact with which it agrees best.</param>
/// <param name="Reason">Why they are one person.</param>
/// <param name="Names">How their names stand to each other.</param>
/// <param name="Shared">The identifiers they share, as the record gives them; empty where the organisation or the user joined them.</param>
public sealed record MergeEvidence(SourceLocation Record, SourceLocation With, MergeReason Reason, NameAgreement Names, IReadOnlyList<Identifier> Shared)
{
    /// <summary>Whether a single value with no full name behind it holds the record in the contact.</summary>
    public bool IsWeak => Reason is MergeReason.OwnIdentifierOneWord or MergeReason.OwnIdentifierNoName && Shared.Count == 1;

    /// <summary>The evidence in words, without the identifiers' values.</summary>
    public string Text => Reason switch
    {
        MergeReason.Decided => "you said that they are one person",
        MergeReason.Organization => "the same full name and organisation in two address books",
        _ => $"{Names switch
        {
            NameAgreement.Strong => "the same full name",
            NameAgreement.Compatible => "names that agree",
            NameAgreement.Weak => "one word of the names agrees",
            _ => "one of them without a usable name",
        }} and the same {string.Join(", ", Shared.Select(static identifier => IdentifierKindNames.Of(identifier.Kind)).Distinct())}",
    };
}
