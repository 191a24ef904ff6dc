namespace Beeper.Resolver.Merging;

/// <summary>
/// Which records have which key: pairs of a 64-bit key and a record, sorted by key and then by record. Sorting flat arrays in buckets costs a
/// fraction of what a dictionary of lists does, in time and in memory. A key of 0 is none.
/// </summary>
internal sealed class KeyTable
{
    private const int Buckets = 256;
    private const int RecordsPerPart = 1 << 14;

    private readonly ulong[] _keys;
    private readonly int[] _records;
    private readonly int[] _starts;

    private KeyTable(ulong[] keys, int[] records, int[] starts)
    {
        _keys = keys;
        _records = records;
        _starts = starts;
    }

    /// <summary>How many buckets <see cref="Groups"/> numbers.</summary>
    public static int BucketCount => Buckets;

    /// <summary>Builds the table, on several threads.</summary>
    /// <param name="count">How many records there are.</param>
    /// <param name="keysOf">Adds the keys of a record to the list.</param>
    public static KeyTable Build(int count, Action<int, List<ulong>> keysOf)
    {
        var parts = new KeyTablePart[(count + RecordsPerPart - 1) / RecordsPerPart];
        Parallel.For(0, parts.Length, static () => new List<ulong>(RecordsPerPart), (part, _, scratch) =>
        {
            parts[part] = KeyTablePart.Collect(part * RecordsPerPart, Math.Min(count, (part + 1) * RecordsPerPart), Buckets, keysOf, scratch);
            return scratch;
        }, static _ => { });
        var starts = Starts(parts);
        var (keys, records) = (new ulong[starts[Buckets]], new int[starts[Buckets]]);
        Parallel.For(0, parts.Length, part => parts[part].Scatter(keys, records));
        Parallel.For(0, Buckets, bucket => KeySort.Sort(keys.AsSpan(starts[bucket]..starts[bucket + 1]), records.AsSpan(starts[bucket]..starts[bucket + 1])));
        return new KeyTable(keys, records, starts);
    }

    /// <summary>Gives every group of at least two different records that share a key, on several threads but those of one bucket on one.</summary>
    /// <param name="most">The largest group of interest.</param>
    /// <param name="visit">Takes a bucket's number, the key, and the records in ascending order.</param>
    public void Groups(int most, Action<int, ulong, ReadOnlySpan<int>> visit) => Parallel.For(0, Buckets, bucket =>
    {
        var end = _starts[bucket + 1];
        for (var from = _starts[bucket]; from < end;)
        {
            var to = from + 1;
            while (to < end && _keys[to] == _keys[from])
                to++;
            if (to - from > 1 && Distinct(_records.AsSpan(from, to - from), most) is { Length: > 1 } group)
                visit(bucket, _keys[from], group);
            from = to;
        }
    });

    /// <summary>How many entries have a key.</summary>
    public int Count(ulong key)
    {
        var (start, end) = (_starts[(int)(key >> 56)], _starts[(int)(key >> 56) + 1]);
        var bucket = _keys.AsSpan(start, end - start);
        var at = bucket.BinarySearch(key);
        if (at < 0)
            return 0;
        var (from, to) = (at, at + 1);
        while (from > 0 && bucket[from - 1] == key)
            from--;
        while (to < bucket.Length && bucket[to] == key)
            to++;
        return to - from;
    }

    // The different records of a group; none when they are more than wanted. The entries stay, since they are counted too.
    private static ReadOnlySpan<int> Distinct(ReadOnlySpan<int> sorted, int most)
    {
        var different = 1;
        for (var index = 1; index < sorted.Length; index++)
            different += sorted[index] == sorted[index - 1] ? 0 : 1;
        if (different > most)
            return [];
        if (different == sorted.Length)
            return sorted;
        var group = new int[different];
        var size = 0;
        foreach (var record in sorted)
        {
            if (size == 0 || group[size - 1] != record)
                group[size++] = record;
        }
        return group;
    }

    // Where each part's entries of a bucket go: bucket after bucket, part after part, so that the records of a bucket stay in order.
    private static int[] Starts(KeyTablePart[] parts)
    {
        var starts = new int[Buckets + 1];
        var at = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            starts[bucket] = at;
            foreach (var part in parts)
                at = part.Place(bucket, at);
        }
        starts[Buckets] = at;
        return starts;
    }
}
