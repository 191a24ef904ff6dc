using System.Buffers;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Sorts the entries of one bucket, whose keys have the highest byte in common: two stable passes by the next two bytes, then the few runs
/// that these leave undecided. Keys are hashes, so nearly all of those are one key.
/// </summary>
internal static class KeySort
{
    private const int Small = 48;
    private const int Radix = 256;

    /// <summary>Sorts by key and then by record; the records of equal keys must come in ascending order.</summary>
    public static void Sort(Span<ulong> keys, Span<int> records)
    {
        if (keys.Length > Small)
        {
            var (otherKeys, otherRecords) = (ArrayPool<ulong>.Shared.Rent(keys.Length), ArrayPool<int>.Shared.Rent(keys.Length));
            Pass(keys, records, otherKeys, otherRecords, 40);
            Pass(otherKeys.AsSpan(0, keys.Length), otherRecords.AsSpan(0, keys.Length), keys, records, 48);
            ArrayPool<ulong>.Shared.Return(otherKeys);
            ArrayPool<int>.Shared.Return(otherRecords);
            SortRuns(keys, records);
        }
        else
        {
            SortRun(keys, records);
        }
    }

    private static void Pass(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> records, Span<ulong> toKeys, Span<int> toRecords, int shift)
    {
        Span<int> at = stackalloc int[Radix];
        at.Clear();
        foreach (var key in keys)
            at[(int)(key >> shift) & (Radix - 1)]++;
        var sum = 0;
        for (var index = 0; index < Radix; index++)
            (at[index], sum) = (sum, sum + at[index]);
        for (var index = 0; index < keys.Length; index++)
        {
            var to = at[(int)(keys[index] >> shift) & (Radix - 1)]++;
            (toKeys[to], toRecords[to]) = (keys[index], records[index]);
        }
    }

    private static void SortRuns(Span<ulong> keys, Span<int> records)
    {
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            var isOne = true;
            for (; to < keys.Length && keys[to] >> 40 == keys[from] >> 40; to++)
                isOne &= keys[to] == keys[from];
            if (!isOne)
                SortRun(keys[from..to], records[from..to]);
            from = to;
        }
    }

    private static void SortRun(Span<ulong> keys, Span<int> records)
    {
        keys.Sort(records);
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            if (to - from > 1)
                records[from..to].Sort();
            from = to;
        }
    }
}
