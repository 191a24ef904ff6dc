using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>A message in an answer. The time is a text in the schema and a number on a page of the documentation.</summary>
internal sealed record WireMessage
{
    [JsonPropertyName("senderID")]
    public string? SenderId { get; init; }

    [JsonPropertyName("isSender")]
    public bool? IsSender { get; init; }

    [JsonPropertyName("timestamp")]
    public JsonElement? Timestamp { get; init; }

    /// <summary>The message as far as it matters here.</summary>
    public ChatMessage ToMessage() => new(SenderId, IsSender, Time());

    private DateTimeOffset? Time() => Timestamp switch
    {
        { ValueKind: JsonValueKind.String } text when text.TryGetDateTimeOffset(out var time) => time,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var milliseconds) && milliseconds is > 0 and < 253_402_300_800_000 => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        _ => null,
    };
}
