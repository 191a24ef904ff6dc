using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The body of a create.</summary>
internal sealed record WireCreate
{
    [JsonPropertyName("accountID")]
    public required string AccountId { get; init; }

    [JsonPropertyName("mode")]
    public string? Mode { get; init; }

    [JsonPropertyName("participantIDs")]
    public required IReadOnlyList<string> ParticipantIds { get; init; }

    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("messageText")]
    public string? MessageText { get; init; }
}
