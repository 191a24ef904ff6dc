using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>An e-mail cell's text without what programs write around the address: <c>smtp:</c>, a label, a spreadsheet's or Access' link.</summary>
internal static class EmailText
{
    private static readonly string[] Prefixes = ["smtp:", "email:", "e-mail:", "mail:"];

    /// <summary>The address, or the text where nothing stands around it.</summary>
    public static string Of(string text)
    {
        // Spreadsheets mark text with an apostrophe, and Outlook puts addresses between two.
        var address = text.AsSpan().Trim().TrimStart('\'');
        if (address.Length < text.AsSpan().Trim().Length)
            address = address.TrimEnd('\'');
        if (address.StartsWith("=HYPERLINK(", StringComparison.OrdinalIgnoreCase))
            return InLink(address)?.ToString() ?? text;
        foreach (var prefix in Prefixes)
        {
            if (address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                address = address[prefix.Length..].TrimStart();
        }
        // Access writes a link as text#address#.
        if (address.IndexOf("#mailto:", StringComparison.OrdinalIgnoreCase) is >= 0 and var link)
            address = address[(link + "#mailto:".Length)..].TrimEnd('#');
        return address.Length == text.Length ? text : address.ToString();
    }

    /// <summary>The name that stands before an address in brackets, or null.</summary>
    public static string? NameIn(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        return open > 0 && text[..open].Trim(' ', '"', '\'') is var name && CellShape.IsName(name) ? name : null;
    }

    private static ReadOnlySpan<char> QuotedIn(ReadOnlySpan<char> formula)
    {
        var rest = formula[(formula.IndexOf('"') + 1)..];
        return rest[..Math.Max(0, rest.IndexOf('"'))];
    }

    private static string? InLink(ReadOnlySpan<char> formula) => Of(QuotedIn(formula).ToString()) is var address && CellShape.IsEmail(address) ? address : null;
}
