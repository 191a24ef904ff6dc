using System.Globalization;
using System.Text.RegularExpressions;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>The inputs that caught somebody once, one a line: what it is about, region, text with <c>\uXXXX</c> for what does not print.</summary>
public static partial class Trap
{
    public static PhoneRow[] Read(IEnumerable<string> lines) =>
        [.. lines.Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t')).Select(static cells => new PhoneRow(cells[1], Unescaped(cells[2]), cells[0]))];

    private static string Unescaped(string text) =>
        Escape().Replace(text, static match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\\u(?<code>[0-9A-Fa-f]{4})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
