using System.Globalization;
using System.Text.RegularExpressions;

namespace Beeper.Resolver.Importing.Values;

/// <summary>
/// Undoes what spreadsheets do to phone numbers where nothing has to be guessed: the apostrophe and formula wrappers, a trailing <c>.0</c>, digits
/// grouped by three, and scientific notation that still has every digit. A number whose digits are gone is rejected, never filled up.
/// </summary>
internal static partial class PhoneCell
{
    // From twelve digits on a spreadsheet writes a number in scientific notation; so long a number has its country code, whose plus was eaten.
    private const int FewestScientificDigits = 12;

    // The patterns are matched without a time limit, which a busy machine would exceed, so their texts are kept short.
    private const int LongestCell = 1000;
    private const int LongestNumber = 100;

    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "--", "—", "–", "?", ".", "/", "n/a", "na", "n.a.", "none", "unknown", "unbekannt", "null", "nil", "no", "keine", "aucun", "ninguno", "nessuno", "tbd", "x", "0", "(null)", "not available", "undefined", "nan",
    };

    /// <summary>The number of a cell; a problem code when there is none.</summary>
    public static string? Read(string cell, out string value)
    {
        value = cell.Length > LongestCell ? cell : WithoutScheme(Unwrap(cell));
        if (value.Length == 0 || Placeholders.Contains(value))
            return "PHONE_PLACEHOLDER";
        if (value.StartsWith('#') && !value.AsSpan(1).ContainsAnyInRange('0', '9'))
            return "PHONE_SPREADSHEET_ERROR";
        if (value.StartsWith('#') && SpreadsheetError().IsMatch(value))
            return "PHONE_SPREADSHEET_ERROR";
        if (value[0] is '-' or '=' or '−')
            return "PHONE_EVALUATED";
        // No number is so long; what is may be the address of a profile.
        if (value.Length > LongestNumber)
            return value.Contains("://", StringComparison.Ordinal) ? null : "PHONE_NOT_A_NUMBER";
        if (HasStrayLetters(value))
            return "PHONE_LETTERS";
        if (Scientific().Match(value) is { Success: true } scientific)
            return Expand(scientific, out value);
        if (Date().IsMatch(value))
            return "PHONE_DATE";
        if (value[0] is '*' or '#' || (value.EndsWith('#') && value.Contains('*', StringComparison.Ordinal)))
            return "PHONE_SERVICE_CODE";
        if (Decimal().IsMatch(value))
            value = value[..value.IndexOfAny(['.', ','])];
        else if (Grouped().IsMatch(value))
            value = value.Replace(",", "", StringComparison.Ordinal);
        if (IsOneDigit(value))
            return "PHONE_PLACEHOLDER";
        return value.Any(char.IsDigit) || value.Contains("://", StringComparison.Ordinal) ? null : "PHONE_NOT_A_NUMBER";
    }

    /// <summary>Whether a text stands for nothing, such as <c>n/a</c>.</summary>
    public static bool IsPlaceholder(string text) => Placeholders.Contains(text);

    // One letter or two among the digits are a typing or reading mistake, which would be dropped without a word; more are a word on the keys, and
    // one behind a whole number begins an extension.
    private static bool HasStrayLetters(string value)
    {
        var (letters, digits, before) = (0, 0, 0);
        foreach (var c in value)
        {
            if (char.IsLetter(c))
            {
                letters++;
                before = digits;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
        }
        return letters is 1 or 2 && digits >= 5 && (before < 7 || before == digits) && !Scientific().IsMatch(value);
    }

    // 0000000000 and the like fill a field that must not be empty.
    private static bool IsOneDigit(string value)
    {
        var digits = value.Where(char.IsDigit).ToList();
        return digits.Count > 4 && digits.TrueForAll(digit => digit == digits[0]);
    }

    private static string Unwrap(string cell)
    {
        var text = cell.Trim().TrimStart('\'', '‘', '’', '`', '\t', ' ');
        if (Formula().Match(text) is { Success: true } formula)
            return formula.Groups["text"].Value.Trim();
        return text.StartsWith("=+", StringComparison.Ordinal) ? text[1..] : text;
    }

    // RFC 3966: the parameters after a semicolon are the extension and what no address book needs.
    private static string WithoutScheme(string text)
    {
        if (Scheme().Match(text) is not { Success: true } scheme || text.Contains("phone-context", StringComparison.OrdinalIgnoreCase))
            return text;
        var number = Uri.UnescapeDataString(text[scheme.Length..]);
        var end = number.AsSpan().IndexOfAny(';', '?');
        if (end < 0)
            return number.Trim();
        var extension = Extension().Match(number, end);
        return extension.Success ? $"{number[..end].Trim()} ext. {extension.Groups["number"].Value}" : number[..end].Trim();
    }

    private static string? Expand(Match match, out string value)
    {
        var fraction = match.Groups["fraction"].Value;
        var exponent = int.Parse(match.Groups["exponent"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        value = match.Value;
        if (fraction.Length < exponent || fraction.AsSpan(exponent).ContainsAnyExcept('0'))
            return "PHONE_PRECISION_LOST";
        value = string.Concat(exponent + 1 >= FewestScientificDigits ? "+" : "", match.Groups["lead"].ValueSpan, fraction.AsSpan(0, exponent));
        return null;
    }

    [GeneratedRegex("^#(NAME|ERROR|REF|VALUE|N/A|NUM|DIV/0|NULL|NOME|NOM|WERT|BEZUG|VALOR|WAARDE)[?!]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex SpreadsheetError();

    [GeneratedRegex("^\\+?(?<lead>[0-9])([.,](?<fraction>[0-9]+))?E\\+?(?<exponent>[0-9]{1,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex Scientific();

    [GeneratedRegex("^([0-9]{1,2}\\.?[-./ ](jan|feb|mar|m[äa]r|mrz|apr|avr|abr|may|mai|mag|mei|jun|juin|jui|juil|giu|jul|lug|aug|ago|ao[ûu]|sep|sept|set|oct|okt|ott|out|nov|dec|dez|dic|d[ée]c|ene|fev|f[ée]v|gen)\\.?([-./ ][0-9]{2,4})?|(jan|feb|mar|m[äa]r|mrz|apr|avr|abr|may|mai|mag|mei|jun|juin|jui|juil|giu|jul|lug|aug|ago|ao[ûu]|sep|sept|set|oct|okt|ott|out|nov|dec|dez|dic|d[ée]c|ene|fev|f[ée]v|gen)\\.?[-./ ][0-9]{1,2}([-./ ][0-9]{2,4})?|(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]|[0-3]?[0-9]/[0-3]?[0-9]/(19|20)?[0-9]{2})( [0-9]{1,2}:.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex Date();

    [GeneratedRegex("^\\+?[0-9]{5,15}[.,]0{1,2}$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Decimal();

    [GeneratedRegex("^\\+?[0-9]{1,3}(,[0-9]{3}){2,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Grouped();

    [GeneratedRegex("^=(T\\()?\"(?<text>[^\"]*)\"\\)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Formula();

    [GeneratedRegex("^(tel|sms|callto|mobile|phone|voice):(//)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex Scheme();

    [GeneratedRegex(";ext=(?<number>[0-9-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex Extension();
}
