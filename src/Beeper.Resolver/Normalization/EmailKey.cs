namespace Beeper.Resolver.Normalization;

/// <summary>
/// The comparison form of an e-mail address, for merging only and never sent: the local part folded to lower case, quotes that quote nothing
/// taken away, and what the provider's own rules ignore left out (Gmail: dots and everything from a plus; others in the table: the plus).
/// </summary>
public static class EmailKey
{
    /// <summary>The comparison form of a normalised address; the same string where it is one already.</summary>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var folded = address.ToLowerInvariant();
        var at = folded.LastIndexOf('@');
        if (at <= 0)
            return folded;
        var local = Unquoted(folded.AsSpan(0, at));
        var domain = folded.AsSpan(at + 1);
        switch (domain)
        {
            case "gmail.com" or "googlemail.com":
                return Gmail(local);
            case "outlook.com" or "hotmail.com" or "live.com" or "msn.com" or "icloud.com" or "me.com" or "mac.com" or "fastmail.com" or "fastmail.fm" or "proton.me" or "protonmail.com" or "pm.me":
                local = WithoutTag(local);
                break;
        }
        return local.Length == at ? folded : $"{local}@{domain}";
    }

    private static string Gmail(ReadOnlySpan<char> local)
    {
        Span<char> kept = stackalloc char[EmailSyntax.LongestAddress];
        var length = 0;
        foreach (var c in WithoutTag(local))
        {
            if (c != '.' && length < kept.Length)
                kept[length++] = c;
        }
        return $"{kept[..length]}@gmail.com";
    }

    private static ReadOnlySpan<char> WithoutTag(ReadOnlySpan<char> local) => local.IndexOf('+') is var plus and > 0 ? local[..plus] : local;

    private static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> local) =>
        local is ['"', .. var inner, '"'] && inner is [not '"', ..] && EmailSyntax.LocalProblem(inner) is null ? inner : local;
}
