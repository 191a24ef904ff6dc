using System.Buffers;
using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>Splits cells that hold several values: Google's <c> ::: </c> everywhere, other separators only where every part alone is a value.</summary>
internal static class ValueSplitter
{
    private const string GoogleSeparator = ":::";

    private static readonly SearchValues<char> PhoneSeparators = SearchValues.Create(";|\n\r,/");
    private static readonly SearchValues<char> EmailSeparators = SearchValues.Create(";|\n\r, /");
    private static readonly SearchValues<char> HandleSeparators = SearchValues.Create(";|\n\r,");
    private static readonly SearchValues<char> UrlSeparators = SearchValues.Create(";|\n\r, ");

    private static readonly string[] Connectors = [" or ", " and ", " & ", " oder ", " und ", " ou ", " et ", " o ", " y ", " e "];

    /// <summary>Numbers of a cell.</summary>
    public static IEnumerable<string> Phones(string cell) => Parts(WithSeparators(cell), PhoneSeparators, static part => LooksLikePhone(part));

    // "A or B", "A & B" and "Home: A Work: B" are two numbers where each part is one.
    private static string WithSeparators(string cell)
    {
        if (cell.Length is < 15 or > 200 || cell.Count(char.IsAsciiDigit) < 14)
            return cell;
        var text = cell;
        foreach (var word in Connectors)
            text = text.Replace(word, " ; ", StringComparison.OrdinalIgnoreCase);
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon > 0; colon = text.IndexOf(':', colon + 1))
        {
            var start = colon;
            while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
                start--;
            if (start < 2 || start == colon || text[start - 1] != ' ' || !char.IsAsciiDigit(text[start - 2]))
                continue;
            text = $"{text[..(start - 1)]};{text[start..]}";
        }
        return ReferenceEquals(text, cell) || !text.Split(';', StringSplitOptions.RemoveEmptyEntries).All(static part => LooksLikePhone(part.Trim())) ? cell : text;
    }

    /// <summary>Addresses of a cell.</summary>
    public static IEnumerable<string> Emails(string cell) =>
        cell.AsSpan().Count('<') > 1 ? Bracketed(cell) : Labelled(cell) ?? Parts(cell, EmailSeparators, static part => LooksLikeEmail(part));

    /// <summary>Web addresses of a cell.</summary>
    public static IEnumerable<string> Urls(string cell) => Parts(cell, UrlSeparators, static part => CellShape.IsUrl(part));

    /// <summary>Handles of a cell.</summary>
    public static IEnumerable<string> Handles(string cell) => Parts(cell, HandleSeparators, static part => part.Length > 1 && !part.Contains(' ', StringComparison.Ordinal));

    // "h@example.com (Work), hq@example.com (Home)": the blank before a label separates nothing.
    private static string[]? Labelled(string cell) =>
        cell.Contains('(', StringComparison.Ordinal) && cell.Split([";", "|", "\n", "\r", ",", GoogleSeparator], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } parts && Array.TrueForAll(parts, LooksLikeEmail) ? parts : null;

    // "Quill, Harriet <h@example.org>; Milo <m@example.org>": names may hold any separator, so only the brackets count.
    private static IEnumerable<string> Bracketed(string cell) =>
        cell.Split('>').Select(static part => part.Trim(' ', ';', ',', '\n', '\r', '|', ':')).Where(static part => part.Contains('<', StringComparison.Ordinal)).Select(static part => $"{part}>");

    private static IEnumerable<string> Parts(string cell, SearchValues<char> separators, Func<string, bool> looksRight)
    {
        if (!cell.Contains(GoogleSeparator, StringComparison.Ordinal))
            return Split(cell, separators, looksRight);
        return cell.Split(GoogleSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part => Split(part, separators, looksRight));
    }

    private static IEnumerable<string> Split(string text, SearchValues<char> separators, Func<string, bool> looksRight)
    {
        var trimmed = text.Trim();
        if (!trimmed.AsSpan().ContainsAny(separators))
            return trimmed.Length == 0 ? [] : [trimmed];
        var parts = new List<string>();
        var rest = trimmed.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(separators);
            var part = (end < 0 ? rest : rest[..end]).Trim();
            if (!part.IsEmpty)
                parts.Add(part.ToString());
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return parts.Count > 1 && parts.TrueForAll(part => looksRight(part)) ? parts : [Whole(trimmed, parts)];
    }

    // A separator with nothing behind it ("212-555-0146;") belongs to no value.
    private static string Whole(string text, List<string> parts) => parts.Count == 1 ? parts[0] : text;

    // Seven digits tell a second number from an extension or a group of a number; a link or a parameter is none.
    private static bool LooksLikePhone(string part) =>
        part.Count(char.IsDigit) >= 7 && part.Count(char.IsLetter) <= 12 && !part.Contains('=', StringComparison.Ordinal) && (!part.Any(char.IsLetter) || !part.Contains('.', StringComparison.Ordinal) || part.Contains("ext.", StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeEmail(string part) => part.Count(static c => c == '@') == 1 && part[0] != '@' && part[^1] != '@';
}
