using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>A chat in an answer; a start's answer is one with <c>chatID</c> and <c>status</c> besides, or with these two only.</summary>
internal sealed record WireChat
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("chatID")]
    public string? ChatId { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("accountID")]
    public string? AccountId { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("participants")]
    public WireParticipants? Participants { get; init; }

    [JsonPropertyName("lastActivity")]
    public DateTimeOffset? LastActivity { get; init; }

    [JsonPropertyName("merge")]
    public JsonElement? Merge { get; init; }

    /// <summary>The chat's ID: <c>id</c>, else <c>chatID</c>; null when neither is a text.</summary>
    public string? AnyId() => !string.IsNullOrEmpty(Id) ? Id : !string.IsNullOrEmpty(ChatId) ? ChatId : null;

    /// <summary>Whether it only groups one person's chats over several networks.</summary>
    [JsonIgnore]
    public bool IsMerged => Merge is { ValueKind: JsonValueKind.Object };

    /// <summary>The chat, or null when it lacks an ID or account.</summary>
    public Chat? ToChat() => AnyId() is { } id && !string.IsNullOrEmpty(AccountId)
        ? new Chat(new DirectChat(id, AccountId, [.. Users()]) { LastActivity = LastActivity }, Type ?? "single", Title, IsMerged)
        : null;

    /// <summary>The participants listed.</summary>
    public IEnumerable<NetworkUser> Users() => (Participants?.Items ?? []).Select(static user => user?.ToUser()).OfType<NetworkUser>();
}
