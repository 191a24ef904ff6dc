using System.Collections.Frozen;

namespace Beeper.Resolver.Importing.Headers;

/// <summary>The words by which address books name chat networks, in labels, services and headers. Networks nobody can be resolved on are named too, so that their handles are never taken for another network's.</summary>
internal static class NetworkWords
{
    private static readonly FrozenDictionary<string, string> ByWord = new Dictionary<string, string>
    {
        ["whatsapp"] = "whatsapp", ["whatsappbusiness"] = "whatsapp", ["wa"] = "whatsapp", ["signal"] = "signal", ["telegram"] = "telegram", ["tg"] = "telegram", ["ig"] = "instagram", ["fb"] = "facebook", ["instagram"] = "instagram", ["insta"] = "instagram",
        ["facebook"] = "facebook", ["facebookmessenger"] = "facebook", ["messenger"] = "facebook", ["twitter"] = "twitter", ["x"] = "twitter", ["xtwitter"] = "twitter", ["twitterx"] = "twitter",
        ["linkedin"] = "linkedin", ["matrix"] = "matrix", ["element"] = "matrix", ["discord"] = "discord", ["slack"] = "slack", ["bluesky"] = "bluesky", ["line"] = "line", ["imessage"] = "imessage",
        ["googlechat"] = "googlechat", ["skype"] = "skype", ["icq"] = "icq", ["aim"] = "aim", ["msn"] = "msn", ["windowslive"] = "msn", ["qq"] = "qq", ["irc"] = "irc", ["jabber"] = "jabber", ["xmpp"] = "jabber",
        ["googletalk"] = "googletalk", ["gtalk"] = "googletalk", ["hangouts"] = "hangouts", ["google"] = "googletalk", ["yahoo"] = "yahoo", ["github"] = "github", ["viber"] = "viber", ["threema"] = "threema",
        ["wechat"] = "wechat", ["snapchat"] = "snapchat", ["tiktok"] = "tiktok", ["mastodon"] = "mastodon", ["gadugadu"] = "gadugadu", ["sip"] = "sip", ["groupwise"] = "groupwise", ["teams"] = "teams", ["flickr"] = "flickr",
    }.ToFrozenDictionary();

    // A single word such as "Line" or "X" is a network only when the header says no more.
    private static readonly FrozenSet<string> Everyday = new[] { "x", "line", "signal", "element", "matrix", "google", "wa", "tg", "ig", "fb", "aim", "teams", "messenger", "yahoo" }.ToFrozenSet();

    private static readonly FrozenSet<string> Fillers = new[]
    {
        "id", "ids", "username", "user", "name", "handle", "url", "profile", "link", "number", "nummer", "numero", "phone", "account", "page", "member", "address", "nr", "no", "contact", "im", "chat",
        "screen", "nick", "nickname", "person", "e", "mail", "login", "tel", "telefon", "business",
    }.ToFrozenSet();

    /// <summary>The canonical network a word names, or null.</summary>
    public static string? Network(string? word) => word is null ? null : ByWord.GetValueOrDefault(HeaderFold.Fold(word));

    /// <summary>The network a header is about (<c>LinkedIn Profile URL</c>, <c>Telegram handle</c>, <c>Matrix ID</c>), or null.</summary>
    public static string? OfHeader(string header, List<string> words)
    {
        if (Network(header) is { } exact)
            return exact;
        var networks = words.Where(ByWord.ContainsKey).ToList();
        if (networks.Count is 0 or > 2 || networks.Select(static word => ByWord[word]).Distinct().Count() > 1)
            return TwoWords(words);
        var rest = words.Where(word => !networks.Contains(word) && !word.All(char.IsDigit)).ToList();
        if (rest.Exists(static word => !Fillers.Contains(word)))
            return null;
        return networks.TrueForAll(Everyday.Contains) && !rest.Exists(word => word is "id" or "handle" or "username" or "profile" or "url" or "user" || (UsesPhones(ByWord[networks[0]]) && word is "phone" or "number" or "tel" or "nummer")) ? null : ByWord[networks[0]];
    }

    /// <summary>Whether people are known on the network by their phone number, so that a column of its name holds numbers.</summary>
    public static bool UsesPhones(string network) => network is "whatsapp" or "signal" or "imessage" or "viber";

    private static string? TwoWords(List<string> words)
    {
        for (var index = 0; index + 1 < words.Count; index++)
        {
            if (ByWord.TryGetValue(words[index] + words[index + 1], out var network) && words.Where((_, at) => at != index && at != index + 1).All(Fillers.Contains))
                return network;
        }
        return null;
    }
}
