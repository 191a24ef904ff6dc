using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Takes out of a phone cell what libphonenumber would misread: invisible direction marks inside the number, and label words, whose letters
/// it dials ("+1 212 555 0142 (home)"). Vanity numbers keep their letters.
/// </summary>
internal static class PhoneText
{
    private static readonly string[] Labels =
    [
        "mobile", "mobil", "cell", "home", "work", "office", "privat", "private", "personal", "business", "main", "tel", "telephone", "phone", "handy",
        "whatsapp", "signal", "telegram", "direct", "landline",
    ];

    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\uFE0F' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)
                continue;
            cleaned.Append(c);
        }
        return WithoutLabels(cleaned.ToString()).Trim();
    }

    /// <summary>Whether the text names its country: a plus sign, or the international prefix 00 of most countries.</summary>
    public static bool IsInternational(string cleaned)
    {
        var start = cleaned.AsSpan().IndexOfAnyInRange('0', '9');
        var plus = cleaned.AsSpan().IndexOfAny('+', '＋');
        if (plus >= 0 && (start < 0 || plus < start))
            return true;
        return cleaned.Contains("phone-context=+", StringComparison.Ordinal);
    }

    /// <summary>Writes the international prefix 00 (most countries) or 011 (North America) as a plus; for numbers whose region is unknown.</summary>
    public static string WithPlus(string cleaned) =>
        cleaned.StartsWith("00", StringComparison.Ordinal) ? $"+{cleaned.AsSpan(2)}"
        : cleaned.StartsWith("011", StringComparison.Ordinal) && cleaned.Count(char.IsAsciiDigit) > 11 ? $"+{cleaned.AsSpan(3)}"
        : cleaned;

    private static string WithoutLabels(string text)
    {
        var letters = text.Count(char.IsLetter);
        if (letters == 0 || text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            return text;
        var words = text.Split([' ', '(', ')', '[', ']', ':', ','], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            if (Array.Exists(Labels, label => string.Equals(label, word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)))
                text = text.Replace(word, " ", StringComparison.Ordinal).Replace("( )", " ", StringComparison.Ordinal);
        }
        return text;
    }
}
