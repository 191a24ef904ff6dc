namespace Beeper.Resolver.Merging;

/// <summary>
/// The records that have the same full name, and how rare a name is in these address books: how many people would be expected to bear it by
/// chance, from how often each of its words occurs.
/// </summary>
internal sealed class Namesakes
{
    private const int MostRecordsPerName = 40;

    private readonly IReadOnlyList<NormalizedRecord> _records;
    private readonly NameTable _names;
    private readonly KeyTable _byName;
    private readonly KeyTable _byWord;

    public Namesakes(IReadOnlyList<NormalizedRecord> records, NameTable names)
    {
        _records = records;
        _names = names;
        _byName = KeyTable.Build(records.Count, AddName);
        _byWord = KeyTable.Build(records.Count, AddWords);
    }

    /// <summary>Visits the groups of records that have a full name in common, but for very common names.</summary>
    public void Visit(Action<int, ReadOnlySpan<int>> visit) => _byName.Groups(MostRecordsPerName, (bucket, _, group) => visit(bucket, group));

    /// <summary>Visits the groups of records that have a word of their full names in common, but for common words.</summary>
    /// <param name="most">The largest group visited.</param>
    /// <param name="visit">Takes a bucket's number and the records.</param>
    public void VisitWords(int most, Action<int, ReadOnlySpan<int>> visit) => _byWord.Groups(most, (bucket, _, group) => visit(bucket, group));

    /// <summary>How many of the records would bear a record's full name if its words came together by chance.</summary>
    public double Expected(int record)
    {
        var name = _names[record];
        double expected = _records.Count;
        for (var index = 0; index < name.Tokens.Count; index++)
            expected *= (double)_byWord.Count(Word(name.Tokens[index].Form)) / _records.Count;
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
                var (left, right) = (_records[group[i]], _records[group[j]]);
                if (clusters[group[i]] != clusters[group[j]]
                    && left.Organization is { Length: > 0 } organization
                    && string.Equals(organization, right.Organization, StringComparison.OrdinalIgnoreCase)
                    && !string.Equals(left.Location.Source, right.Location.Source, StringComparison.Ordinal))
                {
                    edges.Add(new MergeEdge(group[i], group[j], MergeReason.Organization, 1));
                }
            }
        }
    }

    private void AddName(int record, List<ulong> keys)
    {
        if (NameTable.FullNameHash(_names[record]) is var hash and not 0)
            keys.Add(hash);
    }

    private void AddWords(int record, List<ulong> keys)
    {
        var name = _names[record];
        if (NameTable.FullNameHash(name) == 0)
            return;
        for (var index = 0; index < name.Tokens.Count; index++)
            keys.Add(Word(name.Tokens[index].Form));
    }

    private static ulong Word(string form) => StableHash.Mix(StableHash.Add(StableHash.Seed(13), form));
}
