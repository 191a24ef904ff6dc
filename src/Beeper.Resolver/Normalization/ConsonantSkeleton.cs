namespace Beeper.Resolver.Normalization;

/// <summary>
/// The consonants of a word in classes that Arabic, Hebrew and their romanisations share; vowels, and the letters that are sometimes vowels, are left out.
/// محمد and Muhammad are both <c>mhmd</c>. Coarse on purpose: it only ever supports.
/// </summary>
internal static class ConsonantSkeleton
{
    public const int Longest = 64;

    /// <summary>Writes the skeleton of a word in Latin, Arabic or Hebrew letters; gives its length.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < word.Length && length < destination.Length; i++)
        {
            var consonant = char.IsAscii(word[i]) ? Latin(word, ref i) : Letter(word[i], isFirst: i == 0);
            if (consonant != '\0' && (length == 0 || destination[length - 1] != consonant))
                destination[length++] = consonant;
        }
        // The feminine ending is written h, t or not at all.
        return length > 2 && destination[length - 1] == 'h' ? length - 1 : length;
    }

    private static char Latin(ReadOnlySpan<char> word, ref int i)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        var pair = next == 'h';
        switch (word[i])
        {
            case 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w':
                return '\0';
            case 's' or 'c' or 'k' or 't' or 'd' or 'g' or 'p' when pair:
                i++;
                return word[i - 1] switch { 's' => 's', 'c' or 'k' => 'h', 't' => 't', 'd' => 'z', 'g' => 'g', _ => 'b' };
            case 't' when next is 'z' or 's':
                i++;
                return 's';
            case 'b' or 'p' or 'f' or 'v':
                return 'b';
            case 'c' or 'q' or 'k' or 'x':
                return 'k';
            case 'j' or 'g':
                return 'g';
            default:
                return word[i];
        }
    }

    private static char Letter(char c, bool isFirst) => c switch
    {
        'ب' or 'پ' or 'ف' or 'ב' or 'פ' => 'b',
        'ت' or 'ط' or 'ث' or 'ט' or 'ת' => 't',
        'ج' or 'گ' or 'غ' or 'ג' => 'g',
        'ح' or 'خ' or 'ه' or 'چ' or 'ה' or 'ח' => 'h',
        'כ' => isFirst ? 'k' : 'h',
        'د' or 'ض' or 'ד' => 'd',
        'ذ' or 'ظ' or 'ز' or 'ژ' or 'ז' => 'z',
        'ر' or 'ר' => 'r',
        'س' or 'ص' or 'ش' or 'ס' or 'צ' or 'ש' => 's',
        'ق' or 'ك' or 'ק' => 'k',
        'ل' or 'ל' => 'l',
        'م' or 'מ' => 'm',
        'ن' or 'נ' => 'n',
        _ => '\0',
    };
}
