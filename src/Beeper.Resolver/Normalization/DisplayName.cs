using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>The name to show for a record: the full name, else its parts, else the nickname; spaces collapsed and invisible characters dropped.</summary>
internal static class DisplayName
{
    public static string Of(SourceName name)
    {
        var full = Tidy(name.Full);
        if (full.Length > 0)
            return full;
        var parts = Tidy(string.Join(' ', new[] { name.Given, name.Middle, name.Family, name.Suffix }.Where(static part => !string.IsNullOrWhiteSpace(part))));
        return parts.Length > 0 ? parts : Tidy(name.Nickname);
    }

    public static string Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                    tidy.Append(' ');
            }
            // The zero-width joiner holds emoji and some scripts' letters together.
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format) || c is '\u200D' or '\u200C')
            {
                tidy.Append(c);
            }
        }
        return tidy.ToString().TrimEnd();
    }
}
