using System.Text.Json.Serialization;

namespace Beeper.Resolver.Networks;

/// <summary>Whether the resolver may create chats on a network unasked.</summary>
public enum NetworkMode
{
    /// <summary>Creating a chat is invisible to the other person: allowed.</summary>
    [JsonStringEnumMemberName("create")]
    Create,

    /// <summary>A success does not prove that the person exists: only after a look-up showed them.</summary>
    [JsonStringEnumMemberName("create-if-verified")]
    CreateIfVerified,

    /// <summary>Creating would be visible to the other person or is impossible: only existing chats are recorded.</summary>
    [JsonStringEnumMemberName("existing-only")]
    ExistingOnly,
}
