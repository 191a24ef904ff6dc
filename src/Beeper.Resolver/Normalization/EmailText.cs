using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Takes the address out of what surrounds it in address books: invisible characters, quotes of either kind, <c>mailto:</c> with its query,
/// <c>Name &lt;address&gt;</c> and the older <c>address (Name)</c>. It never picks one address out of several.
/// </summary>
internal static class EmailText
{
    /// <summary>The bare address; null when the text holds several.</summary>
    public static string? Unwrap(ReadOnlySpan<char> text)
    {
        var address = Trimmed(WithoutInvisible(text));
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            address = Trimmed(Link(address["mailto:".Length..]));
        if (address is [.., '>'] && OpeningBracket(address) is var open and >= 0)
        {
            // A bracket that closes before the last one opens ends another address.
            if (HasUnquoted(address.AsSpan(0, open), '>'))
                return null;
            address = Trimmed(address[(open + 1)..^1]);
            if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                address = Trimmed(Link(address["mailto:".Length..]));
        }
        else if (address is [.., ')'] && address.IndexOf('(', StringComparison.Ordinal) is var comment and > 0 && address.LastIndexOf('@') < comment)
        {
            address = Trimmed(address[..comment]);
        }
        return HasSeveral(address) ? null : address;
    }

    private static string Trimmed(string text)
    {
        var trimmed = text.AsSpan();
        while (true)
        {
            var before = trimmed.Length;
            trimmed = trimmed.Trim().TrimEnd(",;");
            // Outlook writes 'address'; spreadsheets write "address". A quoted local part never ends the text.
            if (trimmed is ['\'', .., '\''] or ['"', .., '"'])
                trimmed = trimmed[1..^1];
            if (trimmed.Length == before)
                return trimmed.Length == text.Length ? text : trimmed.ToString();
        }
    }

    private static string Link(string link)
    {
        var query = link.IndexOf('?', StringComparison.Ordinal);
        return WithoutInvisible(Uri.UnescapeDataString(query < 0 ? link : link[..query]));
    }

    // The commercial at of East Asian keyboards is the only look-alike that is typed on purpose.
    private static string WithoutInvisible(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsInvisible(c))
                clean.Append(c == '＠' ? '@' : c);
        }
        return clean.ToString();
    }

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF' or '\uFE0F';

    private static int OpeningBracket(string address) => address.LastIndexOf('<');

    private static bool HasUnquoted(ReadOnlySpan<char> text, char wanted)
    {
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == wanted && !quoted)
                return true;
        }
        return false;
    }

    private static bool HasSeveral(string address)
    {
        var rest = address.AsSpan();
        if (rest is ['"', ..] && EmailSyntax.IndexOfAt(rest) is var at and > 0)
            rest = rest[at..];
        return rest.Count('@') > 1 && rest.ContainsAny(",; \t\r\n|");
    }
}
