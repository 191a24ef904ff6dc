using System.Globalization;
using System.Text;
using AnyAscii;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Words to their comparison forms. Alphabetic scripts are romanised by AnyAscii, Greek with its digraphs first; Han, Kana and Hangul stay as written
/// beside their reading; Arabic and Hebrew stay as written without vowel signs and with the letters that are written for each other made one.
/// </summary>
internal static class NameRomanizer
{
    private const int LongestWord = 64;

    /// <summary>The word as written, already in NFKC and without apostrophes and invisible characters.</summary>
    public static NameWord Word(ReadOnlySpan<char> word, NameScript script)
    {
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        var made = Made(word, script);
        return word.Length == 1 && (script is NameScript.Alphabetic or NameScript.Semitic) ? made with { IsOneLetter = true } : made;
    }

    private static NameWord Made(ReadOnlySpan<char> word, NameScript script)
    {
        if (Ascii.IsValid(word))
        {
            Span<char> lower = stackalloc char[LongestWord];
            Ascii.ToLower(word, lower, out var length);
            return Spelled(lower[..length].ToString(), script);
        }
        return Word(word.ToString().ToLowerInvariant(), script);
    }

    private static NameWord Word(string lower, NameScript script)
    {
        switch (script)
        {
            case NameScript.Alphabetic:
                var form = Romanized(lower);
                if (form.Length == 0)
                    return AsWritten(lower, lower, script);
                var written = WrittenOut(lower);
                return ReferenceEquals(written, lower) ? Spelled(form, script) : Spelled(form, script) with { Expanded = Romanized(written) };
            case NameScript.Semitic:
                var plain = SemiticLetters.Plain(lower);
                return AsWritten(plain, plain, script);
            case NameScript.EastAsian or NameScript.Hangul:
                return AsWritten(lower, Romanized(lower), script);
            case NameScript.None:
                return Spelled(Digits(lower), script);
            default:
                return AsWritten(lower, lower, script);
        }
    }

    private static NameWord Spelled(string form, NameScript script)
    {
        var spelling = NameSpelling.Of(form);
        var isNumber = char.IsAsciiDigit(form[0]) && !form.AsSpan().ContainsAnyExceptInRange('0', '9');
        NameVocabulary.Find(spelling, out var spelledName, out var shortName);
        return new NameWord(form, form)
        {
            Spelling = spelling,
            SpellingHash = Hash(spelling),
            SpelledName = spelledName,
            ShortName = shortName,
            Script = script,
            Kinds = NameFunctions.KindsOf(form),
            IsNumber = isNumber,
        };
    }

    private static NameWord AsWritten(string form, string reading, NameScript script)
    {
        NameVocabulary.Find(reading, out var spelledName, out _);
        return new NameWord(form, reading) { Script = script, SpellingHash = Hash(form), SpelledName = ReferenceEquals(form, reading) ? (ushort)0 : spelledName };
    }

    private static string Romanized(string word)
    {
        var ascii = (HasGreek(word) ? Greek(word) : word).Transliterate();
        Span<char> letters = stackalloc char[LongestWord];
        var length = 0;
        foreach (var c in ascii)
        {
            if (char.IsAsciiLetterOrDigit(c) && length < LongestWord)
                letters[length++] = char.ToLowerInvariant(c);
        }
        return letters[..length].ToString();
    }

    private static string WrittenOut(string lower)
    {
        if (!lower.AsSpan().ContainsAny("äöüåøæßœ"))
            return lower;
        return new StringBuilder(lower).Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("å", "aa")
            .Replace("ø", "oe").Replace("æ", "ae").Replace("œ", "oe").Replace("ß", "ss").ToString();
    }

    private static bool HasGreek(string word) => word.AsSpan().ContainsAnyInRange('\u0370', '\u03FF') || word.AsSpan().ContainsAnyInRange('\u1F00', '\u1FFF');

    // ELOT 743: the letter-by-letter reading of ου, αυ, ευ and γγ is one nobody writes.
    private static string Greek(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }
        return plain.Replace("ου", "ou").Replace("αυ", "av").Replace("ευ", "ev").Replace("γγ", "ng").ToString();
    }

    private static string Digits(string word)
    {
        Span<char> digits = stackalloc char[LongestWord];
        for (var i = 0; i < word.Length; i++)
            digits[i] = CharUnicodeInfo.GetDecimalDigitValue(word[i]) is var value and >= 0 ? (char)('0' + value) : word[i];
        return digits[..word.Length].ToString();
    }

    private static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return (int)hash;
    }
}
