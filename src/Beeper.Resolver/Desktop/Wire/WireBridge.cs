using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The bridge of an account.</summary>
internal sealed record WireBridge
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }
}
