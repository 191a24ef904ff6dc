using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// E-mail text to the form that is sent: trimmed, out of <c>Name &lt;address&gt;</c> and <c>mailto:</c>, the local part as written, the domain as
/// lower-case ASCII (IDNA). Lengths after RFC 5321 §4.5.3.1: local part 64 octets, domain 255, address 254. Thread-safe.
/// </summary>
public static class EmailNormalizer
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The address behind a text.</summary>
    public static EmailParse Normalize(string text)
    {
        var address = Unwrap(text);
        var at = address.LastIndexOf('@');
        if (at < 0)
            return Problem("EMAIL_NO_AT");
        var local = address[..at];
        if (CheckLocal(local) is { } problem)
            return Problem(problem);
        var domain = Domain(address[(at + 1)..]);
        if (domain is null)
            return Problem("EMAIL_BAD_DOMAIN");
        local = local.Normalize(NormalizationForm.FormC);
        return Encoding.UTF8.GetByteCount(local) > LongestLocalPart || local.Length + 1 + domain.Length > LongestAddress
            ? Problem("EMAIL_TOO_LONG")
            : new EmailParse($"{local}@{domain}", null);
    }

    private static string Unwrap(string text)
    {
        var address = text.Trim();
        var open = address.LastIndexOf('<');
        if (open >= 0 && address.EndsWith('>'))
            address = address[(open + 1)..^1].Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            address = Uri.UnescapeDataString(address["mailto:".Length..]);
            var query = address.IndexOf('?', StringComparison.Ordinal);
            if (query >= 0)
                address = address[..query];
        }
        return address.Trim().Trim('\u200B', '\u200E', '\u200F', '\uFEFF', '\u00A0');
    }

    private static string? CheckLocal(string local)
    {
        if (local.Length == 0)
            return "EMAIL_NO_LOCAL_PART";
        if (local is ['"', .., '"'] && local.Length > 2)
            return local.AsSpan(1, local.Length - 2).ContainsAny('\r', '\n', '\0') ? "EMAIL_BAD_LOCAL_PART" : null;
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return "EMAIL_BAD_LOCAL_PART";
        foreach (var rune in local.EnumerateRunes())
        {
            if (!IsLocalRune(rune))
                return "EMAIL_BAD_LOCAL_PART";
        }
        return null;
    }

    // RFC 5322 atext, and any letter, mark or digit beyond ASCII (RFC 6531).
    private static bool IsLocalRune(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || "!#$%&'*+-/=?^_`{|}~.".Contains((char)rune.Value, StringComparison.Ordinal)
        : rune.Value != 0xFFFD && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string? Domain(string text)
    {
        var domain = text.TrimEnd('.');
        if (domain is ['[', .., ']'])
            return domain.ToLowerInvariant();
        if (domain.Length == 0 || !domain.Contains('.', StringComparison.Ordinal))
            return null;
        try
        {
            return Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static EmailParse Problem(string code) => new(null, code);
}
