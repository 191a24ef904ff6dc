using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The body of a start: with <c>mode</c> for <c>POST /v1/chats</c>, without for <c>POST /v1/chats/start</c>.</summary>
internal sealed record WireStart
{
    [JsonPropertyName("accountID")]
    public required string AccountId { get; init; }

    [JsonPropertyName("mode")]
    public string? Mode { get; init; }

    [JsonPropertyName("user")]
    public required WirePayload User { get; init; }

    [JsonPropertyName("allowInvite")]
    public required bool AllowInvite { get; init; }

    [JsonPropertyName("messageText")]
    public string? MessageText { get; init; }
}
