using System.Text.Json.Serialization;

namespace Beeper.Resolver;

/// <summary>What gave the outcome.</summary>
public enum ResolvedVia
{
    /// <summary>The store knew it; no request was made.</summary>
    [JsonStringEnumMemberName("cache")]
    Cache,

    /// <summary>Found among the existing chats or the contact list.</summary>
    [JsonStringEnumMemberName("listing")]
    Listing,

    /// <summary>Found, or shown to be absent, by a contact search.</summary>
    [JsonStringEnumMemberName("lookup")]
    Lookup,

    /// <summary>The start's own answer.</summary>
    [JsonStringEnumMemberName("start")]
    Start,
}
