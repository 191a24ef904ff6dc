using System.Collections.Frozen;

namespace Beeper.Resolver.Importing;

/// <summary>The words by which address books name chat networks, in labels, services and headers.</summary>
internal static class NetworkWords
{
    private static readonly FrozenDictionary<string, string> ByWord = new Dictionary<string, string>
    {
        ["whatsapp"] = "whatsapp", ["signal"] = "signal", ["telegram"] = "telegram", ["instagram"] = "instagram", ["insta"] = "instagram",
        ["facebook"] = "facebook", ["facebookmessenger"] = "facebook", ["messenger"] = "facebook", ["twitter"] = "twitter", ["x"] = "twitter", ["xtwitter"] = "twitter",
        ["twitterusername"] = "twitter", ["twitterhandle"] = "twitter", ["instagramusername"] = "instagram", ["instagramhandle"] = "instagram", ["telegramusername"] = "telegram",
        ["linkedin"] = "linkedin", ["linkedinurl"] = "linkedin", ["linkedinprofile"] = "linkedin", ["matrix"] = "matrix", ["matrixid"] = "matrix", ["discord"] = "discord",
        ["slack"] = "slack", ["slackid"] = "slack", ["bluesky"] = "bluesky", ["line"] = "line", ["lineid"] = "line", ["imessage"] = "imessage", ["googlechat"] = "googlechat",
    }.ToFrozenDictionary();

    /// <summary>The canonical network a word names, or null.</summary>
    public static string? Network(string? word) => word is null ? null : ByWord.GetValueOrDefault(HeaderFold.Fold(word));

    /// <summary>Whether people are known on the network by their phone number, so that a column of its name holds numbers.</summary>
    public static bool UsesPhones(string network) => network is "whatsapp" or "signal" or "imessage";
}
