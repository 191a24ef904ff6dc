using System.Numerics;

namespace Beeper.Resolver.Merging.Learning;

/// <summary>Distances between two short texts. Allocate nothing for texts up to 64 letters.</summary>
internal static class TextDistance
{
    private const int Short = 64;
    private const int LongestPrefix = 4;
    private const double PrefixShare = 0.1;

    /// <summary>
    /// Letters to change, add, remove, or swap with the next, each place at most once (optimal string alignment); one more than the most when
    /// there are more than that.
    /// </summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        // Most pairs are strangers: a letter the other text has nowhere costs an edit, and so does every letter of length.
        var (one, other) = (Letters(a), Letters(b));
        if (Math.Abs(a.Length - b.Length) > most || BitOperations.PopCount(one & ~other) > most || BitOperations.PopCount(other & ~one) > most)
            return most + 1;
        var width = b.Length + 1;
        Span<int> rows = width <= Short ? stackalloc int[3 * Short] : new int[3 * width];
        var before = rows[..width];
        var last = rows[width..(2 * width)];
        var row = rows[(2 * width)..(3 * width)];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var edits = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits = Math.Min(edits, before[j - 2] + 1);
                row[j] = edits;
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.Min(most + 1, last[b.Length]);
    }

    /// <summary>Jaro's similarity raised for a common beginning by Winkler's rule, 0 to 1; 0 where it is surely below 0.8.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        // With fewer letters in common than that, even a common beginning of four letters cannot raise it to 0.8.
        if (a.Length == 0 || b.Length == 0 || MostInCommon(a, Letters(b)) * (a.Length + b.Length) < a.Length * b.Length)
            return 0;
        Span<bool> taken = b.Length <= Short ? stackalloc bool[b.Length] : new bool[b.Length];
        Span<char> matched = a.Length <= Short ? stackalloc char[a.Length] : new char[a.Length];
        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        var count = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(b.Length - 1, i + reach);
            for (var j = Math.Max(0, i - reach); j <= end; j++)
            {
                if (taken[j] || a[i] != b[j])
                    continue;
                taken[j] = true;
                matched[count++] = a[i];
                break;
            }
        }
        if (count == 0)
            return 0;
        var (at, misplaced) = (0, 0);
        for (var j = 0; j < b.Length; j++)
        {
            if (taken[j] && matched[at++] != b[j])
                misplaced++;
        }
        var jaro = (((double)count / a.Length) + ((double)count / b.Length) + ((count - (misplaced / 2)) / (double)count)) / 3;
        return jaro + (Math.Min(LongestPrefix, a.CommonPrefixLength(b)) * PrefixShare * (1 - jaro));
    }

    private static int MostInCommon(ReadOnlySpan<char> a, ulong letters)
    {
        var count = 0;
        foreach (var c in a)
            count += (int)(letters >> (c & 63)) & 1;
        return count;
    }

    // Different letters may fall together, which only makes the rejection rarer.
    private static ulong Letters(ReadOnlySpan<char> text)
    {
        var letters = 0UL;
        foreach (var c in text)
            letters |= 1UL << (c & 63);
        return letters;
    }
}
