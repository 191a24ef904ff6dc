namespace Beeper.Resolver.Normalization;

/// <summary>
/// Which different words may still be one name: a typing slip in a long word, or a Slavic family name of a man and a woman. Names of siblings and
/// couples lie one letter apart (John and Joan, Daniel and Daniela, Martin and Marvin, Petersen and Peterson), so the first letter, the last two and
/// short words have to agree.
/// </summary>
internal static class NearName
{
    private const int ShortestSlip = 7;
    private const int ShortestDoubling = 4;
    private const int ShortestFamilySlip = 4;
    private const int FixedEnd = 2;

    private static readonly (string Man, string Woman)[] Endings =
    [
        ("ov", "ova"), ("ev", "eva"), ("ow", "owa"), ("ski", "ska"), ("sky", "skaya"), ("skiy", "skaya"),
    ];

    /// <summary>Whether one letter is wrong, missing, too much, or swapped with the next, or a letter is doubled on one side.</summary>
    public static bool IsSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
            return IsSlip(b, a);
        if (a.Length < ShortestDoubling || b.Length - a.Length > 1 || a[0] != b[0] || HasOther(a) || HasOther(b))
            return false;
        var start = a.CommonPrefixLength(b);
        if (a.Length < b.Length)
        {
            if (!a[start..].SequenceEqual(b[(start + 1)..]))
                return false;
            return b[start] == b[start - 1] ? start < a.Length || !IsVowel(b[start]) : a.Length >= ShortestSlip && start < a.Length - FixedEnd;
        }
        if (a.Length < ShortestSlip || start >= a.Length - FixedEnd)
            return false;
        if (a[(start + 1)..].SequenceEqual(b[(start + 1)..]))
            return true;
        return start + 1 < a.Length - FixedEnd && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..].SequenceEqual(b[(start + 2)..]);
    }

    /// <summary>
    /// Whether one letter is missing, too much, or swapped with the next. For words that are surely no given names, in a name whose other words
    /// agree: another letter in its place (Yumiko, Yuriko) and another vowel at the end (Kowalski, Kowalska) still make another name.
    /// </summary>
    public static bool IsFamilySlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
            return IsFamilySlip(b, a);
        if (a.Length < ShortestFamilySlip || b.Length - a.Length > 1 || a[0] != b[0] || HasOther(a) || HasOther(b))
            return false;
        var start = a.CommonPrefixLength(b);
        if (a.Length < b.Length)
            return a[start..].SequenceEqual(b[(start + 1)..]) && (start < a.Length || !IsVowel(b[^1]));
        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..].SequenceEqual(b[(start + 2)..]);
    }

    /// <summary>Whether the words are the two forms of one Slavic family name (Petrov, Petrova; Kowalski, Kowalska).</summary>
    public static bool IsSameFamily(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        foreach (var (man, woman) in Endings)
        {
            if (IsPair(a, b, man, woman) || IsPair(b, a, man, woman))
                return true;
        }
        return false;
    }

    private static bool IsPair(ReadOnlySpan<char> a, ReadOnlySpan<char> b, string man, string woman) =>
        a.Length >= man.Length + 3 && a.EndsWith(man) && b.EndsWith(woman) && a[..^man.Length].SequenceEqual(b[..^woman.Length]);

    // The rules are those of Latin letters; a digit must be right.
    private static bool HasOther(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                return true;
        }
        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
