using System.Collections.Frozen;
using System.Globalization;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Takes out of a phone cell what libphonenumber would misread: invisible direction marks inside the number, and label words, whose letters
/// it dials ("+1 212 555 0142 (home)"). Vanity numbers keep their letters.
/// </summary>
internal static class PhoneText
{
    private const int DigitsOfNorthAmericanCall = 11;

    private static readonly FrozenSet<string> Labels = FrozenSet.ToFrozenSet(
        [
            "mobile", "mobil", "cell", "home", "work", "office", "privat", "private", "personal", "business", "main", "tel", "telephone", "phone", "handy",
            "whatsapp", "signal", "telegram", "direct", "landline",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LabelWords = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes a text without invisible characters and with spaces for label words.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="buffer">Takes the text; at least as long.</param>
    /// <returns>The trimmed text within the buffer.</returns>
    public static Span<char> Clean(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        var letters = false;
        foreach (var c in text)
        {
            if (char.IsAscii(c) ? char.IsControl(c) : c == '\uFE0F' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)
                continue;
            letters |= char.IsLetter(c);
            buffer[length++] = c;
        }
        var cleaned = buffer[..length];
        if (letters && !((ReadOnlySpan<char>)cleaned).StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            BlankLabels(cleaned);
        return cleaned.Trim();
    }

    /// <summary>How many digits a text has, of any script; counts no further than it must.</summary>
    public static int CountDigits(ReadOnlySpan<char> text, int enough)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c) && ++count == enough)
                break;
        }
        return count;
    }

    /// <summary>Whether the text names its country: by a plus sign before its digits or in a phone-context.</summary>
    public static bool IsInternational(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '+' or '＋')
                return true;
            if (char.IsAsciiDigit(c))
                break;
        }
        return text.Contains("phone-context=+", StringComparison.Ordinal);
    }

    /// <summary>How many characters are the international prefix, 00 (most countries) or 011 (North America), where the region is unknown; 0 if none.</summary>
    public static int InternationalPrefix(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("00", StringComparison.Ordinal))
            return 2;
        return text.StartsWith("011", StringComparison.Ordinal) && CountDigits(text, DigitsOfNorthAmericanCall + 1) > DigitsOfNorthAmericanCall ? 3 : 0;
    }

    private static void BlankLabels(Span<char> text)
    {
        var start = 0;
        for (var position = 0; position <= text.Length; position++)
        {
            if (position < text.Length && text[position] is not (' ' or '(' or ')' or '[' or ']' or ':' or ','))
                continue;
            var word = text[start..position];
            if (word.Length > 2 && LabelWords.Contains(word.TrimEnd('.')))
                word.Fill(' ');
            start = position + 1;
        }
    }
}
