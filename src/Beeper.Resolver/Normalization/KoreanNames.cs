namespace Beeper.Resolver.Normalization;

/// <summary>
/// Korean names: written without a blank, the first syllable is the surname (or the first two, for the few surnames that have two); in Latin letters
/// surnames have grown spellings of their own (Kim for 김, Lee for 이), which the data file lists.
/// </summary>
internal static class KoreanNames
{
    private static readonly Lazy<NameReadings> Surnames = new(static () => new NameReadings("korean-surnames.json", static spelling => spelling));

    /// <summary>The words of a name in Hangul as surname and given name.</summary>
    public static NameToken[] Parted(NameToken[] words)
    {
        if (words.Length == 1 && words[0].Form.Length is >= 2 and <= 6)
        {
            var whole = words[0].Form;
            var surname = whole.Length > 3 && Surnames.Value.Has(whole.AsSpan(0, 2)) ? whole[..2] : whole[..1];
            return Surnames.Value.Has(surname) ? [Part(surname), Part(whole[surname.Length..])] : words;
        }
        if (words.Length > 2 && Array.TrueForAll(words, static word => word.Script == NameScript.Hangul))
            return [words[0], Part(string.Concat(words[1..].Select(static word => word.Form)))];
        return words;
    }

    /// <summary>
    /// How Latin words agree with a surname and a given name in Hangul, whichever stands first: compatible where both do, weak where one is missing
    /// or an initial, unknown otherwise.
    /// </summary>
    public static NameAgreement Compare(NameToken[] latin, NameToken[] hangul)
    {
        if (hangul.Length != 2 || latin.Length is 0 or > 4)
            return NameAgreement.Unknown;
        var asWritten = Compare(latin, hangul[0], hangul[1]);
        // Address books with a cell for each part give the surname last.
        var turned = Surnames.Value.Has(hangul[1].Form) ? Compare(latin, hangul[1], hangul[0]) : NameAgreement.Unknown;
        return asWritten > turned ? asWritten : turned;
    }

    private static NameAgreement Compare(NameToken[] latin, in NameToken surname, in NameToken given)
    {
        if (latin.Length == 1)
            return IsGivenName(latin, given) ? NameAgreement.Weak : NameAgreement.Unknown;
        ReadOnlySpan<NameToken> before = latin.AsSpan(0, latin.Length - 1);
        ReadOnlySpan<NameToken> behind = latin.AsSpan(1);
        var first = IsSurname(surname, latin[0]);
        var last = IsSurname(surname, latin[^1]);
        if ((first && IsGivenName(behind, given)) || (last && IsGivenName(before, given)))
            return NameAgreement.Compatible;
        return (first && IsInitial(behind, given)) || (last && IsInitial(before, given)) ? NameAgreement.Weak : NameAgreement.Unknown;
    }

    private static bool IsSurname(in NameToken hangul, in NameToken latin) =>
        Surnames.Value.Has(hangul.Form) ? Surnames.Value.IsSpelled(hangul.Form, latin.Form) : string.Equals(hangul.Expanded, latin.Form, StringComparison.Ordinal);

    // Min-jun and Min Jun are two words, Minjun is one.
    private static bool IsGivenName(ReadOnlySpan<NameToken> latin, in NameToken hangul)
    {
        Span<char> one = stackalloc char[KoreanSpelling.Longest];
        Span<char> other = stackalloc char[KoreanSpelling.Longest];
        var length = 0;
        foreach (ref readonly var word in latin)
            length = KoreanSpelling.Of(word.Form, one, length);
        return length > 0 && one[..length].SequenceEqual(other[..KoreanSpelling.OfHangul(hangul.Form, other)]);
    }

    private static bool IsInitial(ReadOnlySpan<NameToken> latin, in NameToken hangul)
    {
        if (latin.Length != 1 || !(latin[0].IsInitial || hangul.Form.Length == 1))
            return false;
        Span<char> one = stackalloc char[KoreanSpelling.Longest];
        Span<char> other = stackalloc char[KoreanSpelling.Longest];
        return KoreanSpelling.Of(latin[0].Form, one) > 0 && KoreanSpelling.OfHangul(hangul.Form, other) > 0 && one[0] == other[0];
    }

    private static NameToken Part(string hangul) => new(NameRomanizer.Word(hangul, NameScript.Hangul));
}
