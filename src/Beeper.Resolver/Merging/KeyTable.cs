using System.Runtime.InteropServices;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Which records have which key: pairs of a 64-bit key and a record, sorted by key. Sorting flat arrays in buckets costs a fraction of what
/// a dictionary of lists does, in time and in memory.
/// </summary>
internal sealed class KeyTable
{
    private const int Buckets = 256;

    private readonly ulong[] _keys;
    private readonly int[] _records;
    private readonly int[] _starts;

    private KeyTable(ulong[] keys, int[] records, int[] starts)
    {
        _keys = keys;
        _records = records;
        _starts = starts;
    }

    /// <summary>Builds the table.</summary>
    /// <param name="count">How many records there are.</param>
    /// <param name="keysOf">Adds the keys of a record to the list.</param>
    public static KeyTable Build(int count, Action<int, List<ulong>> keysOf)
    {
        var parts = Environment.ProcessorCount > 1 && count > 10_000 ? 2 : 1;
        var keys = new List<ulong>[parts];
        var records = new List<int>[parts];
        Parallel.For(0, parts, part =>
        {
            var (from, to) = ((int)((long)count * part / parts), (int)((long)count * (part + 1) / parts));
            (keys[part], records[part]) = Collect(from, to, keysOf);
        });
        return Sort(keys, records);
    }

    /// <summary>Gives every group of at least two different records that share a key, each on one of several threads; bucket by bucket.</summary>
    /// <param name="most">The largest group of interest.</param>
    /// <param name="visit">Takes a bucket's number, the key, and the records in ascending order.</param>
    public void Groups(int most, Action<int, ulong, ReadOnlySpan<int>> visit) => Parallel.For(0, Buckets, bucket =>
    {
        Span<int> group = stackalloc int[most];
        var end = _starts[bucket + 1];
        for (var from = _starts[bucket]; from < end;)
        {
            var to = from + 1;
            while (to < end && _keys[to] == _keys[from])
                to++;
            if (to - from > 1)
            {
                var size = Distinct(_records.AsSpan(from, to - from), group);
                if (size > 1)
                    visit(bucket, _keys[from], group[..size]);
            }
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

    /// <summary>How many buckets <see cref="Groups"/> numbers.</summary>
    public static int BucketCount => Buckets;

    // The different records of a group; 0 when they are more than fit.
    private static int Distinct(Span<int> records, Span<int> group)
    {
        records.Sort();
        var size = 0;
        for (var index = 0; index < records.Length; index++)
        {
            if (index > 0 && records[index] == records[index - 1])
                continue;
            if (size == group.Length)
                return 0;
            group[size++] = records[index];
        }
        return size;
    }

    private static (List<ulong> Keys, List<int> Records) Collect(int from, int to, Action<int, List<ulong>> keysOf)
    {
        var keys = new List<ulong>((to - from) * 3);
        var records = new List<int>((to - from) * 3);
        for (var record = from; record < to; record++)
        {
            keysOf(record, keys);
            while (records.Count < keys.Count)
                records.Add(record);
        }
        return (keys, records);
    }

    private static KeyTable Sort(List<ulong>[] keys, List<int>[] records)
    {
        var starts = new int[Buckets + 1];
        foreach (var part in keys)
        {
            foreach (var key in CollectionsMarshal.AsSpan(part))
                starts[(int)(key >> 56) + 1]++;
        }
        for (var bucket = 0; bucket < Buckets; bucket++)
            starts[bucket + 1] += starts[bucket];
        var next = starts.AsSpan(0, Buckets).ToArray();
        var (sortedKeys, sortedRecords) = (new ulong[starts[Buckets]], new int[starts[Buckets]]);
        for (var part = 0; part < keys.Length; part++)
        {
            var from = CollectionsMarshal.AsSpan(keys[part]);
            var of = CollectionsMarshal.AsSpan(records[part]);
            for (var index = 0; index < from.Length; index++)
            {
                var at = next[(int)(from[index] >> 56)]++;
                (sortedKeys[at], sortedRecords[at]) = (from[index], of[index]);
            }
        }
        Parallel.For(0, Buckets, bucket => Array.Sort(sortedKeys, sortedRecords, starts[bucket], starts[bucket + 1] - starts[bucket]));
        return new KeyTable(sortedKeys, sortedRecords, starts);
    }
}
