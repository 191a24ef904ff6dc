using Beeper.Resolver.Merging;
using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>How two contacts agree in each trait: of several values the best agreement counts.</summary>
internal static class SuggestionPattern
{
    /// <summary>The traits of a pattern.</summary>
    public static IReadOnlyList<SuggestionTrait> Traits { get; } = Enum.GetValues<SuggestionTrait>();

    /// <summary>The pattern of two contacts.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="rarity">How rare names are; null for contacts that have no name in common.</param>
    public static PairPattern Of(SuggestionSide one, SuggestionSide other, NameRarity? rarity) => default(PairPattern)
        .With((int)SuggestionTrait.RareName, rarity?.Of(one, other) ?? AgreementLevel.Missing)
        .With((int)SuggestionTrait.Organization, Best(one.Organizations, other.Organizations, FieldKind.Text))
        .With((int)SuggestionTrait.Email, Best(Values(one, IdentifierKind.Email), Values(other, IdentifierKind.Email), FieldKind.Email))
        .With((int)SuggestionTrait.Phone, Best(Values(one, IdentifierKind.Phone), Values(other, IdentifierKind.Phone), FieldKind.Code))
        .With((int)SuggestionTrait.Handle, Best(Values(one, IdentifierKind.Username), Values(other, IdentifierKind.Username), FieldKind.Name))
        .With((int)SuggestionTrait.Books, Books(one, other));

    private static AgreementLevel Best(IReadOnlyList<string> one, IReadOnlyList<string> other, FieldKind kind)
    {
        var best = AgreementLevel.Missing;
        foreach (var value in one)
        {
            foreach (var another in other)
                best = (AgreementLevel)Math.Max((int)best, (int)FieldComparison.Compare(kind, value, another));
        }
        return best;
    }

    private static List<string> Values(SuggestionSide side, IdentifierKind kind) =>
        [.. side.Identifiers.Where(identifier => identifier.Kind == kind).Select(static identifier => MergeKey.Of(identifier).Value).Distinct(StringComparer.Ordinal)];

    private static AgreementLevel Books(SuggestionSide one, SuggestionSide other)
    {
        if (one.Books.Count == 0 || other.Books.Count == 0)
            return AgreementLevel.Missing;
        return one.Books.Intersect(other.Books, StringComparer.Ordinal).Any() ? AgreementLevel.Differs : AgreementLevel.Exact;
    }
}
