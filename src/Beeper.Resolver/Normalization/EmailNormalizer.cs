using System.Globalization;
using System.Net;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// E-mail text to the form that is sent: trimmed, out of <c>Name &lt;address&gt;</c> and <c>mailto:</c>, the local part as written (RFC 5321 §2.4
/// leaves its case to the receiver), the domain as lower-case ASCII (IDNA). Lengths after RFC 5321 §4.5.3.1, in octets of UTF-8.
/// What is only for comparing stands in <see cref="EmailKey"/>. Thread-safe.
/// </summary>
public static class EmailNormalizer
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The address behind a text. An address that is already in its normal form is given back as the same string.</summary>
    public static EmailParse Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var address = text.AsSpan().Trim();
        if (!EmailSyntax.IsPlain(address, out var at))
            return NormalizeWithCare(address);
        if (address.Length == text.Length && !HasUpperCase(address[at..]))
            return new EmailParse(text, null);
        return new EmailParse(Lowered(address, at), null);
    }

    /// <summary>The address behind a text.</summary>
    public static EmailParse Normalize(ReadOnlySpan<char> text)
    {
        var address = text.Trim();
        return EmailSyntax.IsPlain(address, out var at) ? new EmailParse(Lowered(address, at), null) : NormalizeWithCare(address);
    }

    /// <summary>Writes the normal form of a text into a buffer; a plain ASCII address costs no allocation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">The buffer; 254 characters hold every address.</param>
    /// <param name="written">How many characters were written; 0 when the result is false.</param>
    /// <returns>False when the text is no address or the buffer is too small for it.</returns>
    public static bool TryNormalize(ReadOnlySpan<char> text, Span<char> destination, out int written)
    {
        written = 0;
        var address = text.Trim();
        if (EmailSyntax.IsPlain(address, out var at))
        {
            if (!address.TryCopyTo(destination))
                return false;
            Ascii.ToLowerInPlace(destination[at..address.Length], out _);
            written = address.Length;
            return true;
        }
        if (NormalizeWithCare(address).Address is not { } normal || !normal.TryCopyTo(destination))
            return false;
        written = normal.Length;
        return true;
    }

    private static string Lowered(ReadOnlySpan<char> address, int at)
    {
        Span<char> buffer = stackalloc char[EmailSyntax.LongestAddress];
        address.CopyTo(buffer);
        Ascii.ToLowerInPlace(buffer[at..address.Length], out _);
        return buffer[..address.Length].ToString();
    }

    private static bool HasUpperCase(ReadOnlySpan<char> text) => text.ContainsAnyInRange('A', 'Z');

    private static EmailParse NormalizeWithCare(ReadOnlySpan<char> text)
    {
        if (EmailText.Unwrap(text) is not { } address)
            return Problem(EmailProblem.Several);
        if (address.Length == 0)
            return Problem(EmailProblem.Empty);
        var at = EmailSyntax.IndexOfAt(address);
        if (at < 0)
            return Problem(address.Contains('@', StringComparison.Ordinal) ? EmailProblem.BadLocalPart : EmailProblem.NoAt);
        var local = address[..at];
        if (EmailSyntax.LocalProblem(local) is { } localProblem)
            return Problem(localProblem);
        if (DomainOf(address[(at + 1)..], out var domain) is { } domainProblem)
            return Problem(domainProblem);
        // .NET composes no text with U+FFFE in it.
        if (local.Contains('\uFFFE', StringComparison.Ordinal))
            return Problem(EmailProblem.BadLocalPart);
        local = local.Normalize(NormalizationForm.FormC);
        var octets = Encoding.UTF8.GetByteCount(local);
        return octets > EmailSyntax.LongestLocalPart ? Problem(EmailProblem.LocalTooLong)
            : octets + 1 + domain.Length > EmailSyntax.LongestAddress ? Problem(EmailProblem.TooLong)
            : new EmailParse($"{local}@{domain}", null);
    }

    private static string? DomainOf(string text, out string domain)
    {
        domain = text;
        if (text is ['[', .., ']'])
            return IsLiteral(text.AsSpan(1, text.Length - 2)) ? null : EmailProblem.BadDomain;
        if (!Ascii.IsValid(text))
        {
            // Lower case and composed before IDNA: without ICU its mapping step does neither.
            if (Idna(text) is not { } ascii)
                return EmailProblem.BadDomain;
            domain = ascii;
        }
        domain = domain.ToLowerInvariant();
        if (domain is [not '.', .., '.'])
            domain = domain[..^1];
        return EmailSyntax.DomainProblem(domain);
    }

    private static string? Idna(string domain)
    {
        try
        {
            return Idn.GetAscii(domain.ToLowerInvariant().Normalize(NormalizationForm.FormKC).TrimEnd('.'));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // RFC 5321 §4.1.3 address literals; kept as written.
    private static bool IsLiteral(ReadOnlySpan<char> literal) =>
        literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)
            ? IPAddress.TryParse(literal["IPv6:".Length..], out var six) && six.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            : literal.Count('.') == 3 && IPAddress.TryParse(literal, out var four) && four.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;

    private static EmailParse Problem(string code) => new(null, code);
}
