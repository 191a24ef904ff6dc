namespace Beeper.Resolver.Sandbox.People;

/// <summary>
/// What each network resolves, as its bridge does: by which members of a start's user, and by which a contact search finds people who are
/// not on the contact list.
/// </summary>
/// <param name="Starts">Members a start resolves.</param>
/// <param name="Searches">Members a contact search looks up on the network.</param>
internal sealed record NetworkRules(string Starts, string Searches)
{
    /// <summary>Whether equal phones may differ by the Mexican 1 or the Brazilian and Argentine 9, as WhatsApp's server does it.</summary>
    public bool PhoneVariants { get; init; }

    /// <summary>Whether handles are compared with their case.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>Whether phones resolve only people on the contact list or with a chat: the network is not asked.</summary>
    public bool PhonesOfContactsOnly { get; init; }

    /// <summary>Whether a start posts a message of the network's own.</summary>
    public bool StartSendsMessage { get; init; }

    public static NetworkRules Of(string bridgeType) => Key(bridgeType) switch
    {
        "whatsapp" => new("id phone", "id phone") { PhoneVariants = true },
        "signal" => new("id phone", "id phone"),
        "telegram" => new("id phone username", "id phone username") { PhonesOfContactsOnly = true },
        "facebook" or "messenger" or "meta" => new("id", "id username"),
        "instagram" => new("id", "id username"),
        "linkedin" => new("id", "id") { StartSendsMessage = true },
        "twitter" or "x" => new("username", "username") { CaseSensitive = true },
        "slack" => new("id", "id email"),
        "gmessages" or "googlemessages" or "androidsms" => new("phone", ""),
        "imessage" or "imessagecloud" => new("phone email", "phone email"),
        "matrix" or "hungryserv" or "beeper" => new("id", "id"),
        "discord" or "googlechat" or "gvoice" or "googlevoice" or "bluesky" => new("", ""),
        "line" => new("id", "id"),
        _ => new("id phone email username", "id phone email username"),
    };

    private static string Key(string bridgeType)
    {
        var key = bridgeType.ToLowerInvariant();
        return key.EndsWith("go", StringComparison.Ordinal) ? key[..^2] : key;
    }
}
