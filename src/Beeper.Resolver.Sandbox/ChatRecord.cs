using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox;

/// <summary>A chat of a sandbox.</summary>
public sealed record ChatRecord
{
    /// <summary>ID.</summary>
    public required string Id { get; init; }

    /// <summary>The ID this installation has for it, which the state file does not keep; null before the chat is in the book.</summary>
    [JsonIgnore]
    public string? LocalId { get; init; }

    /// <summary>The account.</summary>
    [JsonPropertyName("accountID")]
    public required string AccountId { get; init; }

    /// <summary><c>single</c> or <c>group</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The other participants' IDs.</summary>
    public required IReadOnlyList<string> ParticipantIds { get; init; }

    /// <summary>Title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>When it was last used; null for a chat without messages.</summary>
    public DateTimeOffset? LastActivity { get; init; }

    /// <summary>The texts sent by the account's owner, oldest first.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];
}
