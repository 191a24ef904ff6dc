using System.Globalization;
using System.Text.RegularExpressions;

namespace Beeper.Resolver.Tests.Normalization.Phones;

/// <summary>The inputs of phone-traps.tsv.</summary>
internal static partial class PhoneTraps
{
    public static IReadOnlyList<(string About, string Region, string Text)> Read() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Normalization", "Phones", "phone-traps.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('\t'))
            .Select(static cells => (cells[0], cells[1], Unescaped(cells[2])))];

    private static string Unescaped(string text) =>
        Escape().Replace(text, static match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\\u(?<code>[0-9A-Fa-f]{4})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
