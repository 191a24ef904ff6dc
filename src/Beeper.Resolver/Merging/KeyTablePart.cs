using System.Runtime.InteropServices;

namespace Beeper.Resolver.Merging;

/// <summary>The entries of a run of records before they are sorted into the table.</summary>
internal sealed class KeyTablePart
{
    private readonly ulong[] _keys;
    private readonly int[] _ends;
    private readonly int[] _buckets;
    private readonly int _first;

    private KeyTablePart(int first, ulong[] keys, int[] ends, int[] buckets)
    {
        _first = first;
        _keys = keys;
        _ends = ends;
        _buckets = buckets;
    }

    /// <summary>Collects the keys of the records from one up to another; the scratch list is used and left.</summary>
    public static KeyTablePart Collect(int from, int to, int buckets, Action<int, List<ulong>> keysOf, List<ulong> keys)
    {
        keys.Clear();
        var ends = new int[to - from];
        for (var record = from; record < to; record++)
        {
            keysOf(record, keys);
            ends[record - from] = keys.Count;
        }
        var counts = new int[buckets];
        foreach (var key in CollectionsMarshal.AsSpan(keys))
        {
            if (key != 0)
                counts[(int)(key >> 56)]++;
        }
        return new KeyTablePart(from, [.. keys], ends, counts);
    }

    /// <summary>Takes the place where its entries of a bucket begin, and gives the one behind them.</summary>
    public int Place(int bucket, int at)
    {
        var count = _buckets[bucket];
        _buckets[bucket] = at;
        return at + count;
    }

    /// <summary>Writes its entries to their places.</summary>
    public void Scatter(ulong[] keys, int[] records)
    {
        var from = 0;
        for (var index = 0; index < _ends.Length; index++)
        {
            for (; from < _ends[index]; from++)
            {
                if (_keys[from] == 0)
                    continue;
                var at = _buckets[(int)(_keys[from] >> 56)]++;
                (keys[at], records[at]) = (_keys[from], _first + index);
            }
        }
    }
}
