namespace Beeper.Resolver.Normalization;

/// <summary>
/// Profile addresses to identifiers: which hosts belong to which network, which paths are people. Group invites, posts and company pages give
/// nothing, an unknown host gives nothing, and a plain word is no address. Addresses are read, never fetched.
/// </summary>
public static class ProfileUrl
{
    /// <summary>The identifier behind an address, or null.</summary>
    public static Identifier? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var address = text.AsSpan().Trim().Trim("<>\u200B\u200E\u200F\uFEFF\u00A0").ToString();
        if (address.Length == 0 || address.AsSpan().ContainsAny(" \t\r\n"))
            return null;
        if (SchemeOf(address) is { } scheme && scheme is not ("http" or "https"))
            return OtherScheme(scheme, address[(scheme.Length + 1)..].TrimStart('/'));
        return ProfileAddress.TryParse(address, out var profile) ? OfHost(profile) : null;
    }

    // Letters before a colon that is no port: "t.me:443/x" has no scheme.
    private static string? SchemeOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        foreach (var c in address.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetter(c))
                return null;
        }
        return address[..colon].ToLowerInvariant();
    }

    private static Identifier? OtherScheme(string scheme, string rest)
    {
        switch (scheme)
        {
            case "tg":
                var query = rest.AsSpan(rest.IndexOf('?', StringComparison.Ordinal) + 1);
                return !rest.StartsWith("resolve?", StringComparison.OrdinalIgnoreCase) ? null
                    : ProfileAddress.Parameter(query, "domain") is { } domain ? Handle("telegram", domain)
                    : Phone(ProfileAddress.Parameter(query, "phone"), "telegram");
            case "whatsapp":
                return Phone(ProfileAddress.Parameter(rest.AsSpan(rest.IndexOf('?', StringComparison.Ordinal) + 1), "phone"), "whatsapp");
            case "sgnl":
                return ProfileAddress.TryParse(rest, out var signal) ? OfHost(signal) : null;
            case "matrix":
                return rest.StartsWith("u/", StringComparison.OrdinalIgnoreCase) ? UserId("matrix", $"@{Uri.UnescapeDataString(Before(rest["u/".Length..], '?'))}") : null;
            case "tel" or "sms" or "smsto":
                return Phone(PlusNumber(rest), null);
            case "imessage" or "facetime":
                return rest.Contains('@', StringComparison.Ordinal) ? Email(rest, "imessage") : Phone(PlusNumber(rest), "imessage");
            case "mailto":
                return Email($"mailto:{rest}", null);
            default:
                return null;
        }
    }

    private static Identifier? OfHost(in ProfileAddress address)
    {
        var path = address.Path;
        switch (address.Host)
        {
            case "t.me" or "telegram.me" or "telegram.dog" or "t.dog":
                return path is [['+', .. var number]] ? Phone(number, "telegram") : Person("telegram", path);
            case "telegram.org":
                return address.Fragment is ['@', .. var open] ? Handle("telegram", open) : null;
            case "wa.me":
                return path is [var called] ? Phone(called, "whatsapp") : null;
            case "api.whatsapp.com" or "whatsapp.com":
                return path is ["send", ..] ? Phone(address.Parameter("phone"), "whatsapp") : null;
            case "signal.me":
                return address.Fragment.StartsWith("p/+", StringComparison.Ordinal) ? Phone(address.Fragment["p/".Length..], "signal") : null;
            case "matrix.to":
                return UserId("matrix", Uri.UnescapeDataString(Before(address.Fragment.TrimStart('/'), '?')));
            case "instagram.com" or "instagr.am":
                return Person("instagram", path);
            case "ig.me":
                return path is ["m", var messaged] ? Handle("instagram", messaged) : null;
            case "facebook.com" or "fb.com" or "fb.me" or "m.me" or "messenger.com":
                return Facebook(address);
            case "x.com" or "twitter.com":
                return path is ["intent", "user" or "follow", ..] ? Handle("twitter", address.Parameter("screen_name"))
                    : path.Length == 0 && address.Fragment is ['!', '/', .. var old] ? Handle("twitter", old)
                    : Person("twitter", path);
            case "discord.com" or "discordapp.com":
                return path is ["users", var user, ..] ? NumericId("discord", user) : null;
            case "bsky.app":
                return path is ["profile", var profile] ? UserId("bluesky", profile) ?? Handle("bluesky", profile) : null;
            case "line.me":
                return path is ["ti", "p", ['~', .. var line], ..] ? Handle("line", line) : null;
        }
        return OfSubdomain(address);
    }

    private static Identifier? OfSubdomain(in ProfileAddress address)
    {
        var (host, path) = (address.Host, address.Path);
        if (host == "linkedin.com" || (host.EndsWith(".linkedin.com", StringComparison.Ordinal) && host.Length == "xx.linkedin.com".Length))
            return path switch
            {
                ["in", var slug, ..] => UserId("linkedin", slug) ?? Handle("linkedin", slug),
                // Longer ones carry the rest of the old name in pieces.
                ["pub", var slug] => Handle("linkedin", slug),
                _ => null,
            };
        if (host.EndsWith(".t.me", StringComparison.Ordinal) && path.Length == 0)
            return Handle("telegram", host[..^".t.me".Length]);
        return host.EndsWith(".slack.com", StringComparison.Ordinal) && path is ["team", var member, ..] ? UserId("slack", member.ToUpperInvariant()) : null;
    }

    private static Identifier? Facebook(in ProfileAddress address) => (address.Host, address.Path) switch
    {
        ("messenger.com", ["t", var who]) => NumericId("facebook", who) ?? Handle("facebook", who),
        ("messenger.com", _) => null,
        (_, ["profile.php", ..]) => NumericId("facebook", address.Parameter("id")),
        (_, ["people", _, var id, ..]) => NumericId("facebook", id),
        (_, ["messages", "t", var who]) => NumericId("facebook", who) ?? Handle("facebook", who),
        (_, [var id]) when HandleSyntax.IsNumericId("facebook", id) => NumericId("facebook", id),
        (_, var path) => Person("facebook", path),
    };

    // A second segment that is no tab of the profile makes the address one of a post, whose author need not be the contact.
    private static Identifier? Person(string network, string[] path) => path switch
    {
        [var name] => Handle(network, name),
        [var name, var tab] when ReservedPaths.IsProfileTab(network, tab) => Handle(network, name),
        _ => null,
    };

    private static Identifier? Handle(string network, string? text)
    {
        var handle = text is ['@', .. var bare] ? bare : text;
        return handle is { Length: > 0 } && !ReservedPaths.Contains(network, handle) && HandleSyntax.IsHandle(network, handle)
            ? new Identifier(IdentifierKind.Username, UsernameNormalizer.Folded(handle, network), network)
            : null;
    }

    private static Identifier? UserId(string network, string id) =>
        HandleSyntax.IsUserId(network, id) ? new Identifier(IdentifierKind.UserId, id, network) : null;

    private static Identifier? NumericId(string network, string? id) =>
        HandleSyntax.IsNumericId(network, id) ? new Identifier(IdentifierKind.UserId, id!, network) : null;

    private static Identifier? Email(string text, string? network) =>
        EmailNormalizer.Normalize(text).Address is { } address ? new Identifier(IdentifierKind.Email, address, network) : null;

    private static Identifier? Phone(string? digits, string? network)
    {
        var number = digits.AsSpan().Trim().TrimStart('+');
        return number.Length is >= 8 and <= 15 && !number.ContainsAnyExceptInRange('0', '9') && AddressBookPhone.Normalize($"+{number}", null).E164 is { } e164
            ? new Identifier(IdentifierKind.Phone, e164, network)
            : null;
    }

    // Without its country code the number of a tel: link belongs to no region known here.
    private static string? PlusNumber(string rest) =>
        Uri.UnescapeDataString(Before(Before(rest, '?'), ';')) is ['+', ..] number ? string.Concat(number.Split('-', '.', '(', ')', ' ')) : null;

    private static string Before(string text, char end) => text.IndexOf(end, StringComparison.Ordinal) is var at and >= 0 ? text[..at] : text;
}
