using System.Globalization;

namespace Beeper.Resolver.Normalization;

/// <summary>Arabic and Hebrew words as their bare letters: without vowel signs, tatweel and article, with the forms of one letter made one.</summary>
internal static class SemiticLetters
{
    private const int Longest = 64;
    private const int ShortestWithArticle = 5;

    /// <summary>The bare letters of a word.</summary>
    public static string Plain(string word)
    {
        Span<char> letters = stackalloc char[Longest];
        var length = 0;
        foreach (var c in word)
        {
            if (c == '\u0640' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || length == Longest)
                continue;
            letters[length++] = One(c);
        }
        var plain = letters[..length];
        return (length >= ShortestWithArticle && plain.StartsWith("ال") ? plain[2..] : plain).ToString();
    }

    // Hamza carriers, the two final forms of a, Persian letters beside Arabic ones, Hebrew final letters.
    private static char One(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ئ' or 'ی' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' => 'ك',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        _ => c,
    };
}
