using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// The path segments of each network's addresses that are pages of the network and not people, and those that may follow a person's name without
/// making the address one of a post.
/// </summary>
internal static class ReservedPaths
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> First = Table(new Dictionary<string, string>
    {
        ["telegram"] = "addemoji addlist addstickers addstyle addtheme auction auth bg boost c call confirmphone contact giftcode invoice iv joinchat login m nft proxy s share setlanguage socks web a k z",
        ["instagram"] = "p reel reels tv stories explore direct accounts about share developer legal web",
        ["facebook"] = "groups pages pg events watch marketplace share sharer sharer.php photo photo.php photos story.php permalink.php reel reels help login login.php public people profile.php messages gaming hashtag media notes plugins stories business privacy policies settings home.php dialog",
        ["twitter"] = "i home intent share search hashtag explore settings messages notifications login logout signup tos privacy about jobs download compose account",
        ["linkedin"] = "company school groups sales jobs feed showcase posts pulse learning",
    });

    private static readonly FrozenDictionary<string, FrozenSet<string>> Second = Table(new Dictionary<string, string>
    {
        ["instagram"] = "tagged reels",
        ["facebook"] = "about friends photos videos",
        ["twitter"] = "with_replies media likes highlights following followers",
    });

    /// <summary>Whether the first segment of a path is a page of the network.</summary>
    public static bool Contains(string network, ReadOnlySpan<char> segment) => Holds(First, network, segment);

    /// <summary>Whether the segment behind a person's name still leads to the person and not to a post.</summary>
    public static bool IsProfileTab(string network, ReadOnlySpan<char> segment) => Holds(Second, network, segment);

    private static bool Holds(FrozenDictionary<string, FrozenSet<string>> table, string network, ReadOnlySpan<char> segment) =>
        table.TryGetValue(network, out var words) && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment);

    private static FrozenDictionary<string, FrozenSet<string>> Table(Dictionary<string, string> lists) =>
        lists.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
}
