using System.Buffers;
using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>The name to show for a record: the full name, else its parts, else the nickname; spaces collapsed and invisible characters dropped.</summary>
internal static class DisplayName
{
    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c)]);

    public static string Of(SourceName name)
    {
        var full = Tidy(name.Full);
        if (full.Length > 0)
            return full;
        var given = Tidy(name.Given);
        var middle = Tidy(name.Middle);
        var family = Tidy(name.Family);
        var suffix = Tidy(name.Suffix);
        var parts = middle.Length == 0 && suffix.Length == 0 ? Joined(given, family) : Joined(Joined(given, middle), Joined(family, suffix));
        return parts.Length > 0 ? parts : Tidy(name.Nickname);
    }

    /// <summary>The text without invisible characters and with single spaces; the same string where it is so already, empty for null.</summary>
    public static string Tidy(string? text) => string.IsNullOrEmpty(text) ? "" : IsTidy(text) ? text : Tidied(text);

    private static string Joined(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first} {second}";

    private static bool IsTidy(string text)
    {
        if (text[0] == ' ' || text[^1] == ' ' || text.Contains("  ", StringComparison.Ordinal))
            return false;
        var first = text.AsSpan().IndexOfAnyExcept(Printable);
        if (first < 0)
            return true;
        foreach (var c in text.AsSpan(first))
        {
            if (c is < ' ' or > '~' && (char.IsWhiteSpace(c) || IsDropped(c)))
                return false;
        }
        return true;
    }

    private static string Tidied(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                    tidy.Append(' ');
            }
            else if (!IsDropped(c))
            {
                tidy.Append(c);
            }
        }
        return tidy.ToString().TrimEnd();
    }

    // The zero-width joiner holds emoji and some scripts' letters together.
    private static bool IsDropped(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format && c is not ('\u200D' or '\u200C');
}
