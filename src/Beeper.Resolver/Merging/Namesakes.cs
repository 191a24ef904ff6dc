using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// The records that have the same full name, and how rare a name is in these address books: how many people would be expected to bear it by
/// chance, from how often each of its words occurs.
/// </summary>
internal sealed class Namesakes
{
    private const int MostRecordsPerName = 40;

    private readonly RecordTable _table;
    private readonly RecordNames _names;
    private readonly KeyTable _byName;
    private readonly Lazy<KeyTable> _byWord;

    public Namesakes(RecordTable table, RecordNames names)
    {
        _table = table;
        _names = names;
        _byName = KeyTable.Build(table.Count, (record, keys) => keys.Add(table.FullNames[record]));
        _byWord = new Lazy<KeyTable>(() => KeyTable.Build(table.Count, AddWords));
    }

    /// <summary>Visits the groups of records that have a full name in common, but for very common names.</summary>
    public void Visit(Action<int, ReadOnlySpan<int>> visit) => _byName.Groups(MostRecordsPerName, (bucket, _, group) => visit(bucket, group));

    /// <summary>Visits the groups of records that have a word of their full names in common, but for common words.</summary>
    /// <param name="most">The largest group visited.</param>
    /// <param name="visit">Takes a bucket's number and the records.</param>
    public void VisitWords(int most, Action<int, ReadOnlySpan<int>> visit) => _byWord.Value.Groups(most, (bucket, _, group) => visit(bucket, group));

    /// <summary>How many of the records would bear a record's full name if its words came together by chance.</summary>
    public double Expected(int record)
    {
        var name = _names[record];
        double expected = _table.Count;
        for (var index = 0; index < name.Tokens.Count; index++)
            expected *= (double)_byWord.Value.Count(Word(name.Tokens[index].Form)) / _table.Count;
        return expected;
    }

    /// <summary>The pairs that one name and one organisation tie together: two groups of records have the name and no third one.</summary>
    public List<MergeEdge> ByOrganization(RecordClusters clusters)
    {
        var found = Enumerable.Range(0, KeyTable.BucketCount).Select(static _ => new List<MergeEdge>()).ToArray();
        Visit((bucket, group) =>
        {
            var (one, other) = (group[0], -1);
            foreach (var record in group)
            {
                if (clusters[record] == clusters[one] || (other >= 0 && clusters[record] == clusters[other]))
                    continue;
                if (other >= 0)
                    return;
                other = record;
            }
            if (other >= 0)
                AddPairs(found[bucket], group, clusters);
        });
        return [.. found.SelectMany(static edges => edges)];
    }

    private void AddPairs(List<MergeEdge> edges, ReadOnlySpan<int> group, RecordClusters clusters)
    {
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (clusters[group[i]] == clusters[group[j]])
                    continue;
                var (left, right) = (_table.Records[group[i]], _table.Records[group[j]]);
                if (left.Organization is { Length: > 0 } organization
                    && string.Equals(organization, right.Organization, StringComparison.OrdinalIgnoreCase)
                    && !string.Equals(left.Location.Source, right.Location.Source, StringComparison.Ordinal))
                {
                    edges.Add(new MergeEdge(group[i], group[j], MergeReason.Organization, 1));
                }
            }
        }
    }

    private void AddWords(int record, List<ulong> keys)
    {
        if (_table.FullNames[record] == 0)
            return;
        foreach (ref readonly var word in NameFolder.Fold(_table.Records[record].Name).Words.AsSpan())
            keys.Add(Word(word.Form));
    }

    private static ulong Word(string form) => StableHash.Mix(StableHash.Add(StableHash.Seed(13), form));
}
