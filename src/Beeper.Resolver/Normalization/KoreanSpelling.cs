namespace Beeper.Resolver.Normalization;

/// <summary>
/// One key for the spellings of a Korean name in Latin letters: consonants that are hard at times and soft at others are one (Gim, Kim), and so
/// are the vowels that people write as they please (Minchul, Mincheol; Hyun, Hyeon; Woo, Wu, U). Never shown.
/// </summary>
internal static class KoreanSpelling
{
    public const int Longest = 128;

    private const char FirstSyllable = '가';
    private const char LastSyllable = '힣';
    private const int Vowels = 21;
    private const int Finals = 28;

    // In the order of Unicode's syllables.
    private static readonly string[] InitialKeys = ["k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "j", "j", "j", "k", "t", "p", "h"];
    private static readonly string[] VowelKeys = ["a", "e", "ya", "ye", "u", "e", "yu", "ye", "o", "wa", "we", "e", "yo", "u", "u", "we", "wi", "yu", "u", "i", "i"];
    private static readonly string[] FinalKeys = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "nk", "t", "t", "k", "t", "p", "t"];

    /// <summary>Writes the key of syllables in Hangul and gives its length; 0 if there is anything else among them.</summary>
    public static int OfHangul(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        foreach (var syllable in word)
        {
            if (syllable is < FirstSyllable or > LastSyllable)
                return 0;
            var index = syllable - FirstSyllable;
            Append(InitialKeys[index / (Vowels * Finals)], key, ref length);
            Append(VowelKeys[index / Finals % Vowels], key, ref length);
            Append(FinalKeys[index % Finals], key, ref length);
        }
        return length;
    }

    /// <summary>Appends the key of a romanised word to one that is <paramref name="length"/> long, and gives its new length.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<char> key, int length = 0)
    {
        for (var i = 0; i < word.Length && length < key.Length;)
        {
            var (letter, taken) = IsVowel(word[i]) ? Vowel(word[i..]) : Consonant(word, i);
            i += taken;
            if (letter != '\0' && (length == 0 || key[length - 1] != letter))
                key[length++] = letter;
        }
        return length;
    }

    private static void Append(string letters, Span<char> key, ref int length)
    {
        foreach (var letter in letters)
        {
            if (length < key.Length && (length == 0 || key[length - 1] != letter))
                key[length++] = letter;
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    // The longest first: eo and u are one vowel to who writes it, and so are ae and e.
    private static (char Letter, int Taken) Vowel(ReadOnlySpan<char> rest) => rest switch
    {
        ['e', 'u', 'i', ..] => ('i', 3),
        ['u', 'i', ..] or ['e', 'e', ..] => ('i', 2),
        ['e', 'o', ..] or ['e', 'u', ..] or ['o', 'o', ..] or ['o', 'u', ..] or ['u', 'u', ..] => ('u', 2),
        ['a', 'e', ..] or ['a', 'i', ..] or ['o', 'e', ..] or ['o', 'i', ..] => ('e', 2),
        _ => (rest[0], 1),
    };

    private static (char Letter, int Taken) Consonant(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        // Woo and U, Won and Weon; but Wan stays.
        'w' when i + 1 < word.Length && word[i + 1] is 'o' or 'u' => word[(i + 1)..] is ['o', 'o', ..] ? ('u', 3) : ('u', 2),
        'w' when word[i..] is ['w', 'e', 'o', ..] => ('u', 3),
        'g' or 'k' => ('k', 1),
        'd' or 't' => ('t', 1),
        'b' or 'p' => ('p', 1),
        'j' or 'c' => ('j', 1),
        'r' or 'l' => ('l', 1),
        // Ch and sh, and the h that only lengthens the vowel before it (Joh, Suh).
        'h' when i > 0 && (word[i - 1] is 'c' or 's' || i + 1 == word.Length) => ('\0', 1),
        var other => (other, 1),
    };
}
