namespace Beeper.Resolver.Importing;

/// <summary>Splits cells that hold several values: Google's <c> ::: </c> everywhere, other separators only where every part alone is a value.</summary>
internal static class ValueSplitter
{
    private static readonly string[] GoogleSeparator = [" ::: ", ":::"];

    public static string[] Google(string cell) => cell.Split(GoogleSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static IEnumerable<string> Phones(string cell) => Google(cell).SelectMany(static part => Split(part, [';', '|', '\n', ',', '/'], LooksLikePhone));

    public static IEnumerable<string> Emails(string cell) => Google(cell).SelectMany(static part => Split(part, [';', '|', '\n', ',', ' '], LooksLikeEmail));

    private static string[] Split(string text, char[] separators, Func<string, bool> looksRight)
    {
        if (text.IndexOfAny(separators) < 0 || text.Contains("://", StringComparison.Ordinal) || text.StartsWith('='))
            return [text];
        var parts = text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, part => looksRight(part)) ? parts : [text];
    }

    // Seven digits tell a second number from an extension or a group of a number.
    private static bool LooksLikePhone(string part) => part.Count(char.IsDigit) >= 7;

    private static bool LooksLikeEmail(string part) => part.Count(static c => c == '@') == 1 && part[0] != '@' && part[^1] != '@';
}
