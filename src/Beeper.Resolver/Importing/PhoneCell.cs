using System.Globalization;
using System.Text.RegularExpressions;

namespace Beeper.Resolver.Importing;

/// <summary>
/// Undoes what spreadsheets do to phone numbers where nothing has to be guessed: the apostrophe and formula wrappers, a trailing <c>.0</c>, and
/// scientific notation that still has every digit. A number whose digits are gone is rejected, never filled up.
/// </summary>
internal static partial class PhoneCell
{
    /// <summary>The number of a cell; a problem code when there is none.</summary>
    public static string? Read(string cell, out string value)
    {
        value = Unwrap(cell.Trim());
        if (value.StartsWith('#'))
            return "PHONE_SPREADSHEET_ERROR";
        if (value is "-" or "n/a" or "N/A" or "none" or "unknown" or "?")
            return "PHONE_NOT_A_NUMBER";
        if (Scientific().Match(value) is { Success: true } scientific)
            return Expand(scientific, out value);
        if (Decimal().IsMatch(value))
            value = value[..value.IndexOf('.', StringComparison.Ordinal)];
        return value.Any(char.IsDigit) || value.Contains("://", StringComparison.Ordinal) ? null : "PHONE_NOT_A_NUMBER";
    }

    private static string Unwrap(string cell)
    {
        var text = cell.TrimStart('\'', '\t', ' ');
        if (Formula().Match(text) is { Success: true } formula)
            return formula.Groups["text"].Value.Trim();
        return text.StartsWith("=+", StringComparison.Ordinal) ? text[1..] : text;
    }

    private static string? Expand(Match match, out string value)
    {
        var fraction = match.Groups["fraction"].Value;
        var exponent = int.Parse(match.Groups["exponent"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        value = match.Value;
        if (fraction.Length < exponent)
            return "PHONE_PRECISION_LOST";
        value = string.Concat("+", match.Groups["lead"].ValueSpan, fraction.AsSpan(0, exponent));
        return null;
    }

    [GeneratedRegex("^(?<lead>[0-9])[.,](?<fraction>[0-9]+)E\\+?(?<exponent>[0-9]{1,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 100)]
    private static partial Regex Scientific();

    [GeneratedRegex("^[0-9]{7,15}\\.0$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Decimal();

    [GeneratedRegex("^=(T\\()?\"(?<text>[^\"]*)\"\\)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Formula();
}
