using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Finds contacts that may be one person but are not merged: by proposals that were refused, by the same full name in different address
/// books, and by names that differ in a nickname only. Common names suggest nothing.
/// </summary>
internal sealed class SuggestionFinder(RecordTable table, RecordNames names, Namesakes? namesakes, MergeVeto veto, MergePolicy policy)
{
    private const int MostRecordsPerWord = 24;

    // How much rarer a name must be for each thing that usually sets two people apart, and how much more common it may be for one they share.
    private const double Usual = 30;

    private readonly List<(int Left, int Right, MergeReason Reason)>[] _found =
        [.. Enumerable.Range(0, KeyTable.BucketCount).Select(static _ => new List<(int, int, MergeReason)>())];

    /// <summary>The suggestions, ordered by reason and keys.</summary>
    public List<MergeSuggestion> Find(ContactGroups groups, IReadOnlyList<Contact> contacts, List<MergeEdge> refused)
    {
        foreach (var edge in refused)
            _found[0].Add((edge.Left, edge.Right, edge.Reason));
        namesakes?.Visit((bucket, group) => SuggestNamesakes(bucket, group, namesakes, groups));
        namesakes?.VisitWords(MostRecordsPerWord, (bucket, group) => SuggestSimilar(bucket, group, groups));
        return Distinct(groups, contacts);
    }

    private void SuggestNamesakes(int bucket, ReadOnlySpan<int> group, Namesakes namesakes, ContactGroups groups)
    {
        var contacts = new HashSet<int>();
        foreach (var record in group)
            contacts.Add(groups[record]);
        if (contacts.Count < 2 || contacts.Count > policy.MostContactsPerName)
            return;
        var expected = namesakes.Expected(group[0]);
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (groups[group[i]] != groups[group[j]]
                    && AreInDifferentBooks(group[i], group[j])
                    && expected * Doubt(group[i], group[j], groups) <= policy.MostExpectedNamesakes)
                    _found[bucket].Add((group[i], group[j], MergeReason.SameName));
            }
        }
    }

    // Two organisations, or two mobile numbers with none in common, are usual for two people and possible for one.
    private double Doubt(int left, int right, ContactGroups groups)
    {
        var (one, other) = (groups.MembersOf(groups[left]), groups.MembersOf(groups[right]));
        var doubt = 1.0;
        var organizations = Values(one, Organizations);
        if (organizations.Count > 0 && Values(other, Organizations) is { Count: > 0 } others)
            doubt *= organizations.Overlaps(others) ? 1 / Usual : Usual;
        if (Values(one, Mobiles) is { Count: > 0 } mobiles && Values(other, Mobiles) is { Count: > 0 } more && !mobiles.Overlaps(more))
            doubt *= Usual;
        return doubt;
    }

    private HashSet<string> Values(int[] members, Func<NormalizedRecord, IEnumerable<string?>> of) =>
        members.SelectMany(member => of(table.Records[member])).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    private bool AreInDifferentBooks(int left, int right) =>
        !string.Equals(table.Records[left].Location.Source, table.Records[right].Location.Source, StringComparison.Ordinal);

    private static IEnumerable<string?> Organizations(NormalizedRecord record) => [record.Organization];

    private static IEnumerable<string?> Mobiles(NormalizedRecord record) =>
        record.Identifiers.Where(static given => given.Type is PhoneType.Mobile).Select(static given => given.Identifier.Value);

    private void SuggestSimilar(int bucket, ReadOnlySpan<int> group, ContactGroups groups)
    {
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (groups[group[i]] != groups[group[j]]
                    && AreInDifferentBooks(group[i], group[j])
                    && names.Compare(group[i], group[j]) == NameAgreement.Compatible)
                {
                    _found[bucket].Add((group[i], group[j], MergeReason.SimilarName));
                }
            }
        }
    }

    private List<MergeSuggestion> Distinct(ContactGroups groups, IReadOnlyList<Contact> contacts)
    {
        var best = new Dictionary<(int, int), (int Left, int Right, MergeReason Reason)>();
        foreach (var (left, right, reason) in _found.SelectMany(static found => found))
        {
            var pair = (Math.Min(groups[left], groups[right]), Math.Max(groups[left], groups[right]));
            // Another row may have brought the two together.
            if (pair.Item1 == pair.Item2)
                continue;
            if (!best.TryGetValue(pair, out var known) || reason < known.Reason)
                best[pair] = (left, right, reason);
        }
        return [.. best.Where(pair => !IsRefused(groups, pair.Key, pair.Value.Reason))
            .Select(pair => MergeSuggestion.Of(contacts[pair.Key.Item1].Key, contacts[pair.Key.Item2].Key, pair.Value.Reason))
            .OrderBy(static one => one.Reason).ThenBy(static one => one.First, StringComparer.Ordinal).ThenBy(static one => one.Second, StringComparer.Ordinal)];
    }

    // A name alone suggests nothing against anything that speaks against it; a shared identifier may, unless the user has said so.
    private bool IsRefused(ContactGroups groups, (int Left, int Right) pair, MergeReason reason)
    {
        var (left, right) = (groups.MembersOf(pair.Left), groups.MembersOf(pair.Right));
        if (reason == MergeReason.Contradicted)
            return veto.AreKeptApart(left, right);
        return Array.Exists(left, one => Array.Exists(right, other => veto.Speaks(one, other)));
    }
}
