using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>
/// The user's decisions as examples: of several about the same two people the newest, and at the same instant the careful one. The order in
/// which decisions come has no part in it.
/// </summary>
internal static class DecidedExamples
{
    public static IReadOnlyList<SuggestionExample> Of(IReadOnlyList<MergeDecision> decisions, IReadOnlyList<Contact> contacts, NameRarity rarity)
    {
        if (decisions.Count == 0)
            return [];
        var newest = decisions.GroupBy(static decision => (Low: Lesser(Id(decision.First), Id(decision.Second)), High: Greater(Id(decision.First), Id(decision.Second))))
            .OrderBy(static group => group.Key.Low, StringComparer.Ordinal).ThenBy(static group => group.Key.High, StringComparer.Ordinal)
            .Select(static group => group.OrderByDescending(static decision => decision.DecidedAt).ThenByDescending(static decision => decision.Kind).First()).ToList();
        var wanted = newest.SelectMany(static decision => new[] { decision.First, decision.Second }).SelectMany(static subject => subject.Digests).ToHashSet(StringComparer.Ordinal);
        var records = contacts.SelectMany(static contact => contact.Records).Select(static record => (Digest: RecordDigest.Text(RecordDigest.Of(record)), Record: record))
            .Where(one => wanted.Contains(one.Digest)).ToLookup(static one => one.Digest, static one => one.Record, StringComparer.Ordinal);
        var examples = new List<SuggestionExample>();
        foreach (var decision in newest)
        {
            var (one, other) = (Side(decision.First, records), Side(decision.Second, records));
            if (SuggestionSide.Reason(one, other) is { } reason)
                examples.Add(new SuggestionExample(reason, SuggestionPattern.Of(one, other, rarity), decision.Kind == MergeDecisionKind.Merge));
        }
        return examples;
    }

    private static SuggestionSide Side(MergeSubject subject, ILookup<string, NormalizedRecord> records)
    {
        List<NormalizedRecord> found = [.. subject.Digests.SelectMany(digest => records[digest].Take(1))];
        return found.Count == 0 ? SuggestionSide.Of(subject) : SuggestionSide.Of(found);
    }

    private static string Id(MergeSubject subject) => string.Join(' ', subject.Digests);

    private static string Lesser(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? one : other;

    private static string Greater(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? other : one;
}
