namespace Beeper.Resolver.Normalization;

/// <summary>
/// Profile addresses to identifiers: which hosts belong to which network, which first segments are pages and not people. Group invites,
/// posts and company pages give nothing; an address of an unknown host gives nothing. Addresses are read, never fetched.
/// </summary>
public static class ProfileUrl
{
    /// <summary>The identifier behind an address, or null.</summary>
    public static Identifier? Parse(string text)
    {
        var address = text.Trim();
        if (address.StartsWith("tg:", StringComparison.OrdinalIgnoreCase))
            return Telegram(address);
        if (address.StartsWith("matrix:u/", StringComparison.OrdinalIgnoreCase))
            return UserId("matrix", $"@{address["matrix:u/".Length..].Split('?')[0]}");
        if (!address.Contains("://", StringComparison.Ordinal))
            address = $"https://{address.TrimStart('/')}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var host = uri.Host.ToLowerInvariant();
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "m.", "mobile."])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal))
                host = host[prefix.Length..];
        }
        var path = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(static segment => Uri.UnescapeDataString(segment).Trim()).Where(static segment => segment.Length > 0).ToArray();
        return Parse(host, path, uri);
    }

    private static Identifier? Parse(string host, string[] path, Uri uri)
    {
        switch (host)
        {
            case "t.me" or "telegram.me" or "telegram.dog" or "t.dog":
                return TelegramPath(path);
            case "wa.me":
                return Phone(path.ElementAtOrDefault(0), "whatsapp");
            case "api.whatsapp.com":
                return Phone(Query(uri, "phone"), "whatsapp");
            case "signal.me":
                return uri.Fragment.StartsWith("#p/+", StringComparison.Ordinal) ? Phone(uri.Fragment["#p/".Length..], "signal") : null;
            case "matrix.to":
                return UserId("matrix", Uri.UnescapeDataString(uri.Fragment.TrimStart('#').TrimStart('/').Split('?')[0]));
            case "instagram.com" or "instagr.am":
                return Handle("instagram", path.ElementAtOrDefault(0));
            case "ig.me":
                return Handle("instagram", path.ElementAtOrDefault(1));
            case "facebook.com" or "fb.com" or "fb.me" or "m.me" or "messenger.com":
                return Facebook(host, path, uri);
            case "x.com" or "twitter.com":
                return Handle("twitter", path is ["intent", "user", ..] ? Query(uri, "screen_name") : path.ElementAtOrDefault(0));
            case "discord.com" or "discordapp.com":
                return path is ["users", var id, ..] ? UserId("discord", id) : null;
            case "bsky.app":
                return path is ["profile", var handle, ..] ? Handle("bluesky", handle) : null;
            case "line.me":
                return path is ["ti", "p", ['~', .. var line], ..] ? Handle("line", line) : null;
        }
        if (host == "linkedin.com" || host.EndsWith(".linkedin.com", StringComparison.Ordinal))
            return path is ["in" or "pub", var slug, ..] ? LinkedIn(slug) : null;
        if (host.EndsWith(".t.me", StringComparison.Ordinal))
            return Handle("telegram", host[..^".t.me".Length]);
        return host.EndsWith(".slack.com", StringComparison.Ordinal) && path is ["team", var member, ..] ? UserId("slack", member.ToUpperInvariant()) : null;
    }

    private static Identifier? Telegram(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        if (!address.Contains("resolve", StringComparison.OrdinalIgnoreCase) || query < 0)
            return null;
        return Value(address[(query + 1)..], "domain") is { } domain ? Handle("telegram", domain) : Phone(Value(address[(query + 1)..], "phone"), null);
    }

    private static Identifier? TelegramPath(string[] path) => path switch
    {
        [['+', .. var digits], ..] => digits.All(char.IsAsciiDigit) ? Phone(digits, "telegram") : null,
        ["s", var channel] when channel.Length > 0 => null,
        [var name, ..] => Handle("telegram", name),
        _ => null,
    };

    private static Identifier? Facebook(string host, string[] path, Uri uri)
    {
        if (host == "messenger.com")
            path = path is ["t", .. var rest] ? rest : [];
        return path switch
        {
            ["profile.php", ..] => Numeric(Query(uri, "id")),
            ["people", _, var id, ..] => Numeric(id),
            [var id, ..] when id.All(char.IsAsciiDigit) => Numeric(id),
            [var name, ..] => Handle("facebook", name),
            _ => null,
        };
    }

    private static Identifier? Numeric(string? id) =>
        id is { Length: > 0 } && id.All(char.IsAsciiDigit) ? new Identifier(IdentifierKind.UserId, id, "facebook") : null;

    private static Identifier? LinkedIn(string slug) => HandleSyntax.IsUserId("linkedin", slug) ? UserId("linkedin", slug) : Handle("linkedin", slug);

    private static Identifier? Handle(string network, string? text)
    {
        var handle = text?.TrimStart('@');
        return handle is { Length: > 0 } && !ReservedPaths.Contains(network, handle) && HandleSyntax.IsHandle(network, handle)
            ? new Identifier(IdentifierKind.Username, UsernameNormalizer.Folded(handle, network), network)
            : null;
    }

    private static Identifier? UserId(string network, string id) =>
        HandleSyntax.IsUserId(network, id) ? new Identifier(IdentifierKind.UserId, id, network) : null;

    private static Identifier? Phone(string? digits, string? network)
    {
        var number = digits?.Trim().TrimStart('+');
        return number is { Length: >= 8 and <= 15 } && number.All(char.IsAsciiDigit) && AddressBookPhone.Normalize($"+{number}", null).E164 is { } e164
            ? new Identifier(IdentifierKind.Phone, e164, network)
            : null;
    }

    private static string? Query(Uri uri, string name) => Value(uri.Query.TrimStart('?'), name);

    private static string? Value(string query, string name) =>
        query.Split('&').Select(static pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && pair[0] == name).Select(static pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault();
}
