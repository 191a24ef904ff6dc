namespace Beeper.Resolver.Normalization;

/// <summary>
/// A handle cell of a known network to an identifier. Handles keep their case where a network compares it (X) and are lower case elsewhere;
/// a text that breaks the network's rules gives nothing, so that a name is never looked up as a handle.
/// </summary>
public static class UsernameNormalizer
{
    private static readonly HashSet<string> PhoneNetworks = new(StringComparer.Ordinal) { "whatsapp", "signal", "imessage", "gmessages", "androidsms" };

    /// <summary>The identifier, or null when the text is no handle, user ID or profile address of the network.</summary>
    /// <param name="text">The cell as written: handle with or without <c>@</c>, or a profile address.</param>
    /// <param name="network">The network's canonical key.</param>
    public static Identifier? Normalize(string text, string network)
    {
        var handle = text.Trim().Trim('\u200B', '\u200E', '\u200F', '\uFEFF', '\u00A0');
        if (handle.Length == 0)
            return null;
        if (handle.Contains('/', StringComparison.Ordinal))
            return ProfileUrl.Parse(handle) is { } profile && (profile.Network is null || profile.Network == network) ? profile : null;
        if (HandleSyntax.IsUserId(network, handle))
            return new Identifier(IdentifierKind.UserId, handle, network);
        handle = handle.TrimStart('@');
        if (PhoneNetworks.Contains(network) && !HandleSyntax.IsHandle("signal", handle))
            return null;
        return HandleSyntax.IsHandle(network, handle) ? new Identifier(IdentifierKind.Username, Folded(handle, network), network) : null;
    }

    internal static string Folded(string handle, string network) => network == "twitter" ? handle : handle.ToLowerInvariant();
}
