using System.Globalization;
using System.Text.RegularExpressions;

namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>Reads what <c>strace -f -y -xx</c> wrote, calls in the order in which they ended.</summary>
internal static partial class StraceLog
{
    public static IEnumerable<SystemCall> Read(string path)
    {
        var unfinished = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var (process, text) = (line[..line.IndexOf(' ')], line[line.IndexOf(' ')..].TrimStart());
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[process] = text[..^"<unfinished ...>".Length].TrimEnd();
                continue;
            }
            if (text.StartsWith("<... ", StringComparison.Ordinal))
            {
                if (!unfinished.Remove(process, out var begun))
                    continue;
                text = begun + text[(text.IndexOf("resumed>", StringComparison.Ordinal) + "resumed>".Length)..];
            }
            if (Call().Match(text) is { Success: true } match && long.Parse(match.Groups["result"].Value, CultureInfo.InvariantCulture) is >= 0 and var result)
                yield return Parse(match, result);
        }
    }

    private static SystemCall Parse(Match match, long result)
    {
        var (name, rest) = (match.Groups["name"].Value, match.Groups["rest"].Value);
        var bytes = Hex().Matches(rest).Select(static hex => hex.Groups["bytes"].Value).Select(static hex => Convert.FromHexString(hex.Replace("\\x", "", StringComparison.Ordinal))).SelectMany(static part => part).ToArray();
        var offset = name switch
        {
            "pwrite64" or "ftruncate" => long.Parse(rest[(rest.LastIndexOf(',') + 1)..].Trim(), CultureInfo.InvariantCulture),
            _ => -1,
        };
        // A short write is what it wrote.
        return new SystemCall(name, match.Groups["target"].Value, name is "pwrite64" or "write" && bytes.Length > result ? bytes[..(int)result] : bytes, offset);
    }

    [GeneratedRegex("""^(?<name>\w+)\(\d+<(?<target>[^>]*(?:->[^>]*)?)>+(?<rest>.*)\)\s*= (?<result>-?\d+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    [GeneratedRegex("\"(?<bytes>(?:\\\\x[0-9a-f]{2})+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
