namespace Beeper.Resolver.Normalization;

/// <summary>
/// The comparison form of an e-mail address: the local part folded, and for Gmail without dots and plus tag. For merging only, never sent.
/// </summary>
public static class EmailKey
{
    /// <summary>The comparison form of a normalised address.</summary>
    public static string Of(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0)
            return address.ToLowerInvariant();
        var local = address[..at].ToLowerInvariant();
        var domain = address[(at + 1)..];
        if (domain is not ("gmail.com" or "googlemail.com"))
            return $"{local}@{domain}";
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0)
            local = local[..plus];
        return $"{local.Replace(".", "", StringComparison.Ordinal)}@gmail.com";
    }
}
