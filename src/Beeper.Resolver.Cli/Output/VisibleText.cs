using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Cli.Output;

/// <summary>
/// Data made safe to show on a terminal: control characters, escape sequences and characters that reorder text become visible. Everything
/// that comes from an address book or a server passes here before it is shown.
/// </summary>
internal static class VisibleText
{
    private const char ControlPictures = '\u2400';

    /// <summary>The text with nothing hidden in it.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text ?? "";
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(visible, rune);
        return visible.ToString();
    }

    /// <summary>The text cut to a number of characters, with an ellipsis where it was cut.</summary>
    public static string Cut(string? text, int length)
    {
        var visible = Of(text);
        if (visible.Length <= length)
            return visible;
        var elements = StringInfo.GetTextElementEnumerator(visible);
        var cut = new StringBuilder(length);
        while (elements.MoveNext() && cut.Length + elements.GetTextElement().Length < length)
            cut.Append(elements.GetTextElement());
        return cut.Append('…').ToString();
    }

    private static void Append(StringBuilder visible, Rune rune)
    {
        if (rune.Value < 0x20)
            visible.Append((char)(ControlPictures + rune.Value));
        else if (rune.Value == 0x7F)
            visible.Append('\u2421');
        else if (IsHidden(rune))
            visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        else
            visible.Append(rune);
    }

    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0x061C or 0x200E or 0x200F or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D) && !IsEmojiTag(rune));

    // Flags of regions are spelt with invisible tag letters that terminals draw as one picture.
    private static bool IsEmojiTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;
}
