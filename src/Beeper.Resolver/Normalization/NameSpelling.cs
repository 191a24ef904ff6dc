namespace Beeper.Resolver.Normalization;

/// <summary>
/// Brings the spellings that transliteration gives one name to one key: Sergey and Sergei, Khan and Han, Sofiya and Sofia, Mueller and Muller,
/// Filip and Philip. The key is never shown; names that differ by more than spelling (Jan and Ian, Joe and Jo, Juan and Yuan) keep different keys,
/// which is why some rules need a longer word or a place inside it.
/// </summary>
internal static class NameSpelling
{
    private const int Longest = 64;

    /// <summary>The key of a romanised lower-case word; the same string where no rule applies.</summary>
    public static string Of(string word)
    {
        if (word.Length is < 3 or > Longest)
            return word;
        Span<char> key = stackalloc char[Longest];
        var length = Write(word, key);
        return key[..length].SequenceEqual(word) ? word : key[..length].ToString();
    }

    private static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        var i = 0;
        while (i < word.Length)
        {
            var (letter, taken) = Next(word, i);
            i += taken;
            // "iy", "yi", "ij" and "iya" are one sound.
            if (letter == 'i' && length > 0 && key[length - 1] == 'i')
                continue;
            key[length++] = letter;
        }
        return length;
    }

    private static (char Letter, int Taken) Next(ReadOnlySpan<char> word, int i)
    {
        var rest = word[i..];
        if (rest.Length == 1)
            return Last(word, rest[0]);
        var taken = i == 0 ? Initial(word) : default;
        if (taken.Taken == 0)
            taken = Cluster(rest);
        if (taken.Taken == 0)
            taken = Vowels(word, i, rest);
        return taken.Taken > 0 ? taken : Single(word, i);
    }

    private static (char Letter, int Taken) Last(ReadOnlySpan<char> word, char letter) =>
        letter == 'y' && word.Length >= 4 ? ('i', 1)
        : letter == 'j' && word[^2] == 'i' ? ('i', 1)
        : letter == 'w' && word.Length >= 5 ? ('v', 1)
        : (letter, 1);

    // Yelena and Elena, Iulia and Yulia.
    private static (char Letter, int Taken) Initial(ReadOnlySpan<char> word) =>
        word.Length < 5 ? default
        : word.StartsWith("ye") || word.StartsWith("ie") ? ('e', 2)
        : word.StartsWith("iu") || word.StartsWith("ia") ? ('y', 1)
        : default;

    private static (char Letter, int Taken) Cluster(ReadOnlySpan<char> rest) => rest[0] switch
    {
        's' when rest.StartsWith("shch") => ('S', 4),
        's' when rest.StartsWith("sch") => ('S', 3),
        's' when rest.StartsWith("sh") => ('S', 2),
        't' when rest.StartsWith("tsch") => ('C', 4),
        't' when rest.StartsWith("tch") => ('C', 3),
        't' when rest.StartsWith("th") => ('t', 2),
        'c' when rest[1] == 'h' => ('C', 2),
        'c' when rest[1] == 'k' => ('k', 2),
        'd' when rest.StartsWith("dzh") => ('j', 3),
        'k' when rest[1] == 'h' => ('h', 2),
        'k' when rest[1] == 's' => ('x', 2),
        'p' when rest[1] == 'h' => ('f', 2),
        _ => default,
    };

    private static (char Letter, int Taken) Vowels(ReadOnlySpan<char> word, int i, ReadOnlySpan<char> rest)
    {
        // Müller written Mueller; at the end of a word (Zoe, Danae) the letters are two sounds.
        if (rest[1] == 'e' && rest.Length > 2 && word.Length >= 5 && rest[0] is 'a' or 'o' or 'u')
            return (rest[0], 2);
        if (rest is ['o', 'u' or 'o', ..] or ['u', 'u', ..])
            return ('u', 2);
        if (rest is ['a', 'a', ..])
            return ('a', 2);
        if (rest is ['y', 'o', _, ..] && word.Length >= 6 && IsSoftened(word, i))
            return ('e', 2);
        if (rest is ['e', 'e', ..] && word.Length >= 4)
            return ('i', 2);
        // Smirnoff and Smirnov.
        return rest is "ff" && word.Length >= 6 && word[i - 1] is 'o' or 'e' ? ('v', 2) : default;
    }

    // The Russian letter that is written yo or e (Semyonov, Semenov); not the Japanese syllables that begin like it (Ryota, Kyoko).
    private static bool IsSoftened(ReadOnlySpan<char> word, int i) => i > 0 && (word[i - 1] is 'l' or 'm' or 'n' or 'd' or 't' or 's' or 'v' or 'z' or 'p' or 'b' or 'f' || (word[i - 1] == 'r' && i > 2));

    private static (char Letter, int Taken) Single(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        'y' or 'j' when i > 0 && word.Length >= 4 => ('i', 1),
        'w' when word.Length >= 5 => ('v', 1),
        var letter => (letter, 1),
    };
}
