using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>One of two contacts that may be one person: what its records say.</summary>
/// <param name="Names">The folded names that say something.</param>
/// <param name="Organizations">The organisations, folded.</param>
/// <param name="Identifiers">The identifiers.</param>
/// <param name="Books">The address books it stands in.</param>
internal sealed record SuggestionSide(IReadOnlyList<FoldedName> Names, IReadOnlyList<string> Organizations, IReadOnlyList<Identifier> Identifiers, IReadOnlyList<string> Books)
{
    /// <summary>What records say.</summary>
    public static SuggestionSide Of(IReadOnlyList<NormalizedRecord> records) => new(
        Folded(records.Select(static record => record.Name)),
        [.. records.Select(static record => record.Organization?.Trim().ToLowerInvariant()).OfType<string>().Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)],
        [.. records.SelectMany(static record => record.Identifiers).Select(static given => given.Identifier).Distinct()],
        [.. records.Select(static record => record.Location.Source).Distinct(StringComparer.Ordinal)]);

    /// <summary>What a decision remembers of records that have changed since.</summary>
    public static SuggestionSide Of(MergeSubject subject) => new(Folded(subject.Names), [], subject.Identifiers, []);

    /// <summary>Why the two might have been suggested; null when nothing of it holds.</summary>
    public static MergeReason? Reason(SuggestionSide one, SuggestionSide other)
    {
        var keys = one.Identifiers.Select(MergeKey.Of).ToHashSet();
        return (other.Identifiers.Any(identifier => keys.Contains(MergeKey.Of(identifier))), Names: Agreement(one, other)) switch
        {
            (true, >= NameAgreement.Compatible) => MergeReason.Contradicted,
            (true, _) => MergeReason.SharedIdentifierWeakName,
            (_, NameAgreement.Strong) => MergeReason.SameName,
            (_, NameAgreement.Compatible) => MergeReason.SimilarName,
            _ => null,
        };
    }

    private static NameAgreement Agreement(SuggestionSide one, SuggestionSide other)
    {
        var best = NameAgreement.Conflict;
        foreach (var name in one.Names)
        {
            foreach (var another in other.Names)
                best = (NameAgreement)Math.Max((int)best, (int)NameComparer.Compare(name, another));
        }
        return best;
    }

    private static List<FoldedName> Folded(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Select(NameFolder.Fold).Where(static name => name.Tokens.Count > 0)];
}
