using System.Buffers;

namespace Beeper.Resolver.Importing.Headers;

/// <summary>What a cell looks like when nothing else is known of it.</summary>
internal static class CellShape
{
    private static readonly SearchValues<char> PhoneCharacters = SearchValues.Create("+0123456789 ()-./\u00A0\t'");

    /// <summary>Whether the cell is a value rather than a header word.</summary>
    public static bool IsValue(string cell) => cell.StartsWith('@') || IsEmail(cell) || IsPhone(cell) || IsPlainNumber(cell) || IsUrl(cell);

    /// <summary>Whether the cell is digits alone, as many as a number with country code or a North American one has: a phone number, or a customer's.</summary>
    public static bool IsPlainNumber(string cell) => cell.AsSpan().Trim() is { Length: >= 10 and <= 15 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether the cell is one e-mail address, with or without a name before it.</summary>
    public static bool IsEmail(string cell)
    {
        var text = cell.AsSpan().Trim();
        if (text is [.., '>'] && text.LastIndexOf('<') is >= 0 and var open)
            text = text[(open + 1)..^1];
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text[7..];
        var at = text.IndexOf('@');
        return at > 0 && text.Length < 255 && text.LastIndexOf('@') == at && text[(at + 1)..].IndexOf('.') > 0 && !text[^1].Equals('.') && text.IndexOfAny(" \t,;/") < 0;
    }

    /// <summary>
    /// Whether the cell is surely a phone number: nothing but digits and what is written between them, and a plus, a leading zero or a separator
    /// that tells it from a plain number, and no date.
    /// </summary>
    public static bool IsPhone(string cell)
    {
        var text = cell.AsSpan().Trim();
        if (text.Length is < 7 or > 30 || text.ContainsAnyExcept(PhoneCharacters))
            return false;
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits++;
        }
        if (digits is < 7 or > 15 || text[0] is '-' or '.' or '/')
            return false;
        return !LooksLikeDateOrAmount(text, digits) && (text[0] is '+' or '0' || text.ContainsAnyInRange(' ', '/'));
    }

    /// <summary>Whether the cell is a web address.</summary>
    public static bool IsUrl(string cell) => cell.AsSpan().Trim() is var text && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the cell reads like a person's name: one to five words of letters.</summary>
    public static bool IsName(string cell)
    {
        var text = cell.AsSpan().Trim();
        if (text.Length is < 2 or > 60)
            return false;
        var words = 1;
        foreach (var c in text)
        {
            if (c == ' ')
                words++;
            else if (!char.IsLetter(c) && !char.IsSurrogate(c) && c is not ('.' or '-' or '\'' or '’' or ',') && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
                return false;
        }
        return words <= 5;
    }

    // 2024-05-31, 31.05.2024, 05/31/2024, 1234567.50
    private static bool LooksLikeDateOrAmount(ReadOnlySpan<char> text, int digits)
    {
        if (text[0] is '+' or '(')
            return false;
        var cut = text.IndexOfAny('-', '/', '.');
        if (cut is 1 or 2 or 4 && digits is >= 4 and <= 8 && text.Count(text[cut]) == 2)
            return true;
        return cut > 0 && text[cut] == '.' && text.Length - cut - 1 is 1 or 2 && text.Count('.') == 1;
    }
}
