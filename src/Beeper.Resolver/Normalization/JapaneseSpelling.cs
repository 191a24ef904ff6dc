namespace Beeper.Resolver.Normalization;

/// <summary>
/// One key for the spellings of a Japanese name in Latin letters: Hepburn, its forms in passports and Kunrei differ in long vowels (Satō, Satou,
/// Satoh, Sato; Yuuko, Yuko), in syllables (Tsuji, Tuji) and in the n before b, m and p (Honma, Homma). Never shown.
/// </summary>
internal static class JapaneseSpelling
{
    public const int Longest = 128;

    /// <summary>Writes the key of a folded word and gives its length.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < word.Length && length < key.Length; i++)
        {
            var (letter, next) = (word[i], i + 1 < word.Length ? word[i + 1] : '\0');
            if (IsLengthening(word, i))
                continue;
            // Syllables that Kunrei writes as they stand in their row: tu, ti, si, hu, zi, sya, tya, zya.
            if (letter == 'h' && i > 0 && word[i - 1] is 's' or 'c')
                continue;
            if (letter == 's' && i > 0 && word[i - 1] == 't')
                continue;
            key[length++] = letter switch
            {
                'c' => 't',
                'f' => 'h',
                'j' => 'z',
                'm' when next is 'b' or 'm' or 'p' => 'n',
                _ => letter,
            };
            // Sho is written syo, cho is written tyo, jo is written zyo.
            if (IsPalatal(word, i) && length < key.Length)
                key[length++] = 'y';
        }
        return length;
    }

    /// <summary>The key of a folded word.</summary>
    public static string Of(string word)
    {
        Span<char> key = stackalloc char[Longest];
        return key[..Of(word, key)].ToString();
    }

    private static bool IsPalatal(ReadOnlySpan<char> word, int i)
    {
        var vowel = i + (word[i] == 'j' ? 1 : 2);
        return vowel < word.Length && word[vowel] is 'a' or 'u' or 'o'
            && (word[i] == 'j' || (word[i] is 's' or 'c' && word[i + 1] == 'h'));
    }

    private static bool IsLengthening(ReadOnlySpan<char> word, int i) => i > 0 && word[i] switch
    {
        'u' => word[i - 1] is 'o' or 'u',
        'o' => word[i - 1] == 'o',
        'h' => word[i - 1] == 'o' && (i + 1 == word.Length || word[i + 1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y')),
        _ => false,
    };
}
