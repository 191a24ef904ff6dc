using System.Globalization;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// How plausible a decoded text is: words whose letters a language of the code page writes, letters that are frequent in their script; against it
/// speak signs inside words, capitals behind small letters, words that mix scripts, and control characters.
/// </summary>
internal static class TextPlausibility
{
    // Signs that stand beside letters in text of any language.
    private const string Welcome = "’“”„«»–—…•·ªº°®™©¡¿\u00A0\u00AD";

    /// <summary>The score; only scores of the same bytes may be compared.</summary>
    public static double Of(ReadOnlySpan<char> text, int page)
    {
        var score = 0.0;
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var c = index < text.Length ? text[index] : ' ';
            if (char.IsLetter(c))
            {
                if (start < 0)
                    start = index;
                continue;
            }
            if (start >= 0)
                score += index == start + 1 && char.IsAsciiDigit(c) && text[start] > 0x7F ? -1 : Word(text[start..index], page);
            start = -1;
            if (c > 0x7F)
                score += Sign(text, index);
        }
        return score;
    }

    private static double Word(ReadOnlySpan<char> word, int page)
    {
        var beyond = word.Length - CountAscii(word);
        if (beyond == 0)
            return 0;
        if (IsCaseBroken(word))
            return -1;
        if (Alphabets.Other(word) is { } other)
            return word.Length == 1 || !char.IsUpper(word[0]) ? other : char.IsLower(word[1]) ? other + 0.2 : other / 2;
        if (word.Length == 1)
            return Alphabets.Latin(page, word) / 4;
        // Latin words are of ASCII letters mostly; words of nothing else are another script's.
        return beyond > 1 && beyond * 2 > word.Length + 1 ? -0.5 * beyond : Alphabets.Latin(page, word);
    }

    private static int CountAscii(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word)
            count += char.IsAscii(c) ? 1 : 0;
        return count;
    }

    private static bool IsCaseBroken(ReadOnlySpan<char> word)
    {
        for (var index = 1; index < word.Length; index++)
        {
            if (word[index] > 0x7F && char.IsUpper(word[index]) && char.IsLower(word[index - 1]))
                return true;
            // The Greek sigma of word ends, and the other one.
            if (word[index - 1] == 'ς')
                return true;
        }
        return word.Length > 1 && word[^1] == 'σ';
    }

    private static double Sign(ReadOnlySpan<char> text, int index)
    {
        var c = text[index];
        if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || c == '\uFFFD')
            return -2;
        var beside = (index > 0 && char.IsLetter(text[index - 1])) || (index + 1 < text.Length && char.IsLetter(text[index + 1]));
        // What opens stands before letters only, what marks an ordinal or a degree never.
        if (c is '¿' or '¡' or '„')
            return index > 0 && char.IsLetter(text[index - 1]) ? -1 : 0;
        if (c is 'ª' or 'º' or '°')
            return index + 1 < text.Length && char.IsLetter(text[index + 1]) ? -1 : 0;
        return beside && !Welcome.Contains(c, StringComparison.Ordinal) ? -1 : 0;
    }
}
