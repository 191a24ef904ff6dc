namespace Beeper.Resolver.Normalization;

/// <summary>
/// Compares names whose scripts cannot be compared letter by letter. Agreement is only ever support (consonants in Arabic and Hebrew, readings in Han,
/// Kana and Hangul); without it nothing is known, and it is never a conflict.
/// </summary>
internal static class CrossScriptNames
{
    private const int LongestJoin = 128;
    private const int FewestConsonants = 4;

    /// <summary>How two names in different scripts agree.</summary>
    public static NameAgreement Compare(FoldedName left, FoldedName right)
    {
        if (right.Script == NameScript.Alphabetic)
            (left, right) = (right, left);
        if (left.Script != NameScript.Alphabetic)
            return NameAgreement.Unknown;
        return right.Script switch
        {
            NameScript.Semitic => CompareConsonants(left.Words, right.Words),
            NameScript.Hangul => KoreanNames.Compare(left.Words, right.Words),
            NameScript.EastAsian => CompareReading(left.Words, right.Words),
            _ => NameAgreement.Unknown,
        };
    }

    /// <summary>How two names in Han or Kana agree; blanks between their parts do not matter.</summary>
    public static NameAgreement CompareHan(NameToken[] left, NameToken[] right)
    {
        Span<char> a = stackalloc char[LongestJoin];
        Span<char> b = stackalloc char[LongestJoin];
        a = a[..Join(left, 0, reading: false, a)];
        b = b[..Join(right, 0, reading: false, b)];
        // Two characters may be a family name alone.
        if (a.SequenceEqual(b))
            return a.Length > 2 || left.Length > 1 || right.Length > 1 ? NameAgreement.Strong : NameAgreement.Weak;
        if (IsTurned(left, b) || IsTurned(right, a))
            return NameAgreement.Strong;
        if (a.StartsWith(b) || b.StartsWith(a) || a.EndsWith(b) || b.EndsWith(a))
            return NameAgreement.Weak;
        // The same name in simplified and traditional characters has one reading, and so have different names.
        Span<char> read = stackalloc char[LongestJoin];
        Span<char> other = stackalloc char[LongestJoin];
        read = read[..Join(left, 0, reading: true, read)];
        other = other[..Join(right, 0, reading: true, other)];
        return read.SequenceEqual(other) ? NameAgreement.Unknown : NameAgreement.Conflict;
    }

    // Address books with a cell for each part give the family name last, networks give it first.
    private static bool IsTurned(NameToken[] words, ReadOnlySpan<char> other)
    {
        Span<char> joined = stackalloc char[LongestJoin];
        for (var first = 1; first < words.Length; first++)
        {
            if (other.SequenceEqual(joined[..Join(words, first, reading: false, joined)]))
                return true;
        }
        return false;
    }

    private static NameAgreement CompareConsonants(NameToken[] latin, NameToken[] semitic)
    {
        var free = uint.MaxValue;
        var (words, consonants) = (0, 0);
        var latinWords = 0;
        foreach (ref readonly var word in latin.AsSpan())
            latinWords += word.IsParticle || word.IsNumber ? 0 : 1;
        Span<char> one = stackalloc char[ConsonantSkeleton.Longest];
        Span<char> other = stackalloc char[ConsonantSkeleton.Longest];
        foreach (ref readonly var word in semitic.AsSpan())
        {
            var skeleton = one[..ConsonantSkeleton.Of(word.Form, one)];
            for (var j = 0; j < latin.Length; j++)
            {
                if ((free & (1u << j)) == 0 || latin[j].IsParticle || latin[j].IsNumber)
                    continue;
                if (skeleton.IsEmpty || !other[..ConsonantSkeleton.Of(latin[j].Form, other)].SequenceEqual(skeleton))
                    continue;
                free &= ~(1u << j);
                words++;
                consonants += skeleton.Length;
                break;
            }
        }
        if (words == 0 || words < Math.Min(latinWords, semitic.Length))
            return NameAgreement.Unknown;
        return words >= 2 && consonants >= FewestConsonants ? NameAgreement.Compatible : NameAgreement.Weak;
    }

    // Family name first or last: any rotation of the Latin words. A Chinese given name alone has two characters or more.
    private static NameAgreement CompareReading(NameToken[] latin, NameToken[] han)
    {
        if (JapaneseNames.Compare(latin, han) is var japanese and > NameAgreement.Unknown)
            return japanese;
        if (latin.Length == 1 && han.Length == 2)
            return IsChineseGivenName(latin[0], han[0]) || IsChineseGivenName(latin[0], han[1]) ? NameAgreement.Weak : NameAgreement.Unknown;
        Span<char> reading = stackalloc char[LongestJoin];
        Span<char> joined = stackalloc char[LongestJoin];
        reading = reading[..Join(han, 0, reading: true, reading)];
        for (var first = 0; first < latin.Length; first++)
        {
            if (joined[..Join(latin, first, reading: false, joined)].SequenceEqual(reading))
                return NameAgreement.Weak;
        }
        return NameAgreement.Unknown;
    }

    private static bool IsChineseGivenName(in NameToken latin, in NameToken han) => han.Form.Length > 1 && string.Equals(latin.Form, han.Expanded, StringComparison.Ordinal);

    private static int Join(ReadOnlySpan<NameToken> words, int first, bool reading, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var word = ref words[(first + i) % words.Length];
            var text = reading ? word.Expanded : word.Form;
            if (!text.TryCopyTo(destination[length..]))
                break;
            length += text.Length;
        }
        return length;
    }
}
