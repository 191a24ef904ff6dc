using System.Text.Json.Serialization;

namespace Beeper.Resolver;

/// <summary>What to do about a contact on an account.</summary>
public enum Decision
{
    /// <summary>Look up and, if need be, start the chat.</summary>
    [JsonStringEnumMemberName("start")]
    Start,

    /// <summary>A person has to decide; nothing is sent.</summary>
    [JsonStringEnumMemberName("hold")]
    Hold,

    /// <summary>Nothing to do here, for the reason in the evidence.</summary>
    [JsonStringEnumMemberName("skip")]
    Skip,
}
