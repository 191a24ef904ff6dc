namespace Beeper.Resolver.Normalization;

/// <summary>
/// A handle cell of a known network to an identifier. Handles keep their case where a network compares it (X) and are lower case elsewhere;
/// a text that breaks the network's rules gives nothing, so that a name or a bare number is never looked up as a handle.
/// </summary>
public static class UsernameNormalizer
{
    private const string Blank = " \t\r\n\u00A0\u200B\u200E\u200F\u202A\u202C\uFEFF";

    /// <summary>The identifier, or null when the text is no handle, number, user ID or profile address of the network.</summary>
    /// <param name="text">The cell as written: handle with or without <c>@</c>, a profile address, or the number of a network that goes by numbers.</param>
    /// <param name="network">The network's canonical key.</param>
    public static Identifier? Normalize(string text, string network)
    {
        ArgumentNullException.ThrowIfNull(text);
        var handle = WithoutNetwork(Trimmed(text), network);
        if (handle.IsEmpty)
            return null;
        if (HandleSyntax.IsUserId(network, handle))
            return new Identifier(IdentifierKind.UserId, handle.ToString(), network);
        if (network == "whatsapp" && WhatsAppId(handle) is { } whatsApp)
            return whatsApp;
        if (handle[0] == '+')
            return GoesByNumber(network) ? PhoneOf(handle.ToString(), network) : null;
        if (network == "imessage" && handle.Contains('@') && EmailNormalizer.Normalize(handle).Address is { } address)
            return new Identifier(IdentifierKind.Email, address, network);
        if (handle[0] == '@')
            handle = handle[1..];
        if (HandleSyntax.IsHandle(network, handle))
            return new Identifier(IdentifierKind.Username, Folded(handle, network), network);
        return handle.ContainsAny('/', ':') || handle.EndsWith(".t.me", StringComparison.OrdinalIgnoreCase) ? Linked(handle.ToString(), network) : null;
    }

    internal static string Folded(ReadOnlySpan<char> handle, string network) =>
        network == "twitter" ? handle.ToString() : string.Create(handle.Length, handle, static (lower, written) => written.ToLowerInvariant(lower));

    private static bool GoesByNumber(string network) => network is "whatsapp" or "signal" or "telegram" or "imessage" or "gmessages" or "androidsms" or "gvoice";

    private static Identifier? PhoneOf(string text, string network) =>
        AddressBookPhone.Normalize(text, null).E164 is { } number ? new Identifier(IdentifierKind.Phone, number, network) : null;

    // An address of another network in this network's column is a slip, and says nothing certain.
    private static Identifier? Linked(string text, string network) =>
        ProfileUrl.Parse(text) is { } profile && (profile.Network is null || profile.Network == network) ? profile : null;

    // Nearly every cell begins and ends with a character that no trimming takes.
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] is > ' ' and <= '~' && text[^1] is > ' ' and <= '~' ? text : text.Trim(Blank);

    // "telegram:name" is how bridges publish handles.
    private static ReadOnlySpan<char> WithoutNetwork(ReadOnlySpan<char> text, string network) =>
        text.Length > network.Length + 1 && text[network.Length] == ':' && text[network.Length + 1] != '/' && text.StartsWith(network, StringComparison.OrdinalIgnoreCase)
            ? text[(network.Length + 1)..].Trim(Blank)
            : text;

    private static Identifier? WhatsAppId(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at < 5 || text[..at].ContainsAnyExceptInRange('0', '9'))
            return null;
        return text[at..] switch
        {
            "@s.whatsapp.net" or "@c.us" => PhoneOf($"+{text[..at]}", "whatsapp"),
            "@lid" => new Identifier(IdentifierKind.UserId, $"lid-{text[..at]}", "whatsapp"),
            _ => null,
        };
    }
}
