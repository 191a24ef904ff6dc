using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Finds contacts that may be one person but are not merged: by proposals that were refused, by the same full name in different address
/// books, and by names that differ in a nickname only. Common names suggest nothing.
/// </summary>
internal sealed class SuggestionFinder(IReadOnlyList<NormalizedRecord> records, NameTable names, Namesakes namesakes, MergeVeto veto, MergePolicy policy)
{
    private const int MostRecordsPerWord = 24;

    private readonly List<(int Left, int Right, MergeReason Reason)>[] _found =
        [.. Enumerable.Range(0, KeyTable.BucketCount).Select(static _ => new List<(int, int, MergeReason)>())];

    /// <summary>The suggestions, ordered by reason and keys.</summary>
    public List<MergeSuggestion> Find(ContactGroups groups, Contact[] contacts, List<MergeEdge> refused)
    {
        foreach (var edge in refused)
            _found[0].Add((edge.Left, edge.Right, edge.Reason));
        namesakes.Visit((bucket, group) => SuggestNamesakes(bucket, group, groups));
        namesakes.VisitWords(MostRecordsPerWord, (bucket, group) => SuggestSimilar(bucket, group, groups));
        return Distinct(groups, contacts);
    }

    private void SuggestNamesakes(int bucket, ReadOnlySpan<int> group, ContactGroups groups)
    {
        var contacts = new HashSet<int>();
        foreach (var record in group)
            contacts.Add(groups[record]);
        if (contacts.Count < 2 || contacts.Count > policy.MostContactsPerName || namesakes.Expected(group[0]) > policy.MostExpectedNamesakes)
            return;
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (groups[group[i]] != groups[group[j]] && !string.Equals(records[group[i]].Location.Source, records[group[j]].Location.Source, StringComparison.Ordinal))
                    _found[bucket].Add((group[i], group[j], MergeReason.SameName));
            }
        }
    }

    private void SuggestSimilar(int bucket, ReadOnlySpan<int> group, ContactGroups groups)
    {
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (groups[group[i]] != groups[group[j]]
                    && !string.Equals(records[group[i]].Location.Source, records[group[j]].Location.Source, StringComparison.Ordinal)
                    && NameComparer.Compare(names[group[i]], names[group[j]]) == NameAgreement.Compatible)
                {
                    _found[bucket].Add((group[i], group[j], MergeReason.SimilarName));
                }
            }
        }
    }

    private List<MergeSuggestion> Distinct(ContactGroups groups, Contact[] contacts)
    {
        var best = new Dictionary<(int, int), (int Left, int Right, MergeReason Reason)>();
        foreach (var (left, right, reason) in _found.SelectMany(static found => found))
        {
            var pair = (Math.Min(groups[left], groups[right]), Math.Max(groups[left], groups[right]));
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
