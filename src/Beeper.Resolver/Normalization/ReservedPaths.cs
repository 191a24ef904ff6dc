using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>The first path segments of each network's addresses that are pages of the network and not people.</summary>
internal static class ReservedPaths
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Segments = new Dictionary<string, string>
    {
        ["telegram"] = "addemoji addlist addstickers addstyle addtheme auction auth bg boost c call confirmphone contact giftcode invoice iv joinchat login m nft proxy s share setlanguage socks web a k z",
        ["instagram"] = "p reel reels tv stories explore direct accounts about share",
        ["facebook"] = "groups pages events watch marketplace share sharer photo photo.php story.php reel help login public people profile.php",
        ["twitter"] = "i home intent share search hashtag explore settings messages notifications login tos privacy",
        ["linkedin"] = "company school groups sales jobs feed",
    }.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    public static bool Contains(string network, string segment) => Segments.TryGetValue(network, out var reserved) && reserved.Contains(segment);
}
