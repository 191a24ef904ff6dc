namespace Beeper.Resolver.Merging;

/// <summary>The name of a contact among those of its records.</summary>
internal static class FullestName
{
    public static string Of(NormalizedRecord[] records)
    {
        var best = records[0].Name;
        for (var index = 1; index < records.Length; index++)
        {
            if (Compare(records[index].Name, best) > 0)
                best = records[index].Name;
        }
        return best;
    }

    // The more words up to three, then the longer, then by ordinal order so that the choice does not depend on the rows'.
    private static int Compare(string a, string b)
    {
        var result = Words(a).CompareTo(Words(b));
        if (result == 0)
            result = a.Length.CompareTo(b.Length);
        return result != 0 ? result : string.CompareOrdinal(b, a);
    }

    private static int Words(string name) => Math.Min(3, name.AsSpan().Count(' ') + (name.Length > 0 ? 1 : 0));
}
