using System.Globalization;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>
/// Reads what is written to a terminal as a terminal does, and allows only what the tool itself sends: line ends, colours and weights,
/// cursor movements of its progress bar, lines cleared, the cursor hidden and shown.
/// </summary>
internal static class VtParser
{
    /// <summary>What a terminal would obey and the tool never sends, each with its place; empty for a clean text.</summary>
    public static IReadOnlyList<string> Foreign(string text)
    {
        var foreign = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            var length = text[at] == '\e' ? Own(text.AsSpan(at)) : IsHarmless(text[at]) ? 1 : 0;
            if (length == 0)
                foreign.Add(string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[at]:X4} at {at}: {Escaped(text, at)}"));
            else
                at += length - 1;
        }
        return foreign;
    }

    // The length of a sequence of the tool's own; 0 for another.
    private static int Own(ReadOnlySpan<char> text)
    {
        // The keypad, which .NET sets where a console is read.
        if (text.Length > 1 && text[1] is '=' or '>')
            return 2;
        if (text.Length < 3 || text[1] != '[')
            return 0;
        var end = text[2..].IndexOfAnyInRange('@', '~') + 2;
        if (end < 2)
            return 0;
        var parameters = text[2..end].ToString();
        var isOwn = text[end] switch
        {
            'm' => IsColour(parameters),
            'A' or 'B' or 'C' or 'D' or 'G' or 'K' => parameters.Length <= 3 && parameters.All(char.IsAsciiDigit),
            'h' or 'l' => parameters is "?25" or "?1",
            _ => false,
        };
        return isOwn ? end + 1 : 0;
    }

    // Weights and colours, not blinking, inverse or hidden.
    private static bool IsColour(string parameters)
    {
        var parts = parameters.Split(';');
        for (var at = 0; at < parts.Length; at++)
        {
            if (!int.TryParse(parts[at].Length == 0 ? "0" : parts[at], CultureInfo.InvariantCulture, out var code))
                return false;
            if (code is 38 or 48)
                at += at + 1 < parts.Length && parts[at + 1] == "2" ? 4 : 2;
            else if (code is not (>= 0 and <= 4 or 9 or (>= 21 and <= 24) or (>= 30 and <= 49) or (>= 90 and <= 107)))
                return false;
        }
        return true;
    }

    private static bool IsHarmless(char c) => c is '\n' or '\r' || !(char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF');

    private static string Escaped(string text, int at) => string.Concat(text.AsSpan(at, Math.Min(20, text.Length - at)).ToArray().Select(static c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));
}
