using System.Text.Json.Serialization;

namespace Beeper.Resolver;

/// <summary>Whether a chat was there before.</summary>
public enum ChatStatus
{
    /// <summary>The chat was there.</summary>
    [JsonStringEnumMemberName("existing")]
    Existing,

    /// <summary>The start made it.</summary>
    [JsonStringEnumMemberName("created")]
    Created,
}
