using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>A chat in an answer; a start's answer is one with <c>chatID</c> and <c>status</c> besides, or with these two only.</summary>
internal sealed record WireChat
{
    [JsonPropertyName("id")]
    public JsonElement? Id { get; init; }

    [JsonPropertyName("chatID")]
    public JsonElement? ChatId { get; init; }

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
    public string? AnyId() => Text(Id) ?? Text(ChatId);

    /// <summary>The chat, or null when it lacks an ID or account.</summary>
    public Chat? ToChat() => AnyId() is { } id && !string.IsNullOrEmpty(AccountId)
        ? new Chat(new DirectChat(id, AccountId, [.. Users()]) { LastActivity = LastActivity }, Type ?? "single", Title, Merge is { ValueKind: JsonValueKind.Object })
        : null;

    /// <summary>The participants listed.</summary>
    public IEnumerable<NetworkUser> Users() => (Participants?.Items ?? []).Select(static user => user.ToUser()).OfType<NetworkUser>();

    private static string? Text(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;
}
