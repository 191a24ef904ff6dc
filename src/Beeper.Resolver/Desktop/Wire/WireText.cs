using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The body that sends a message.</summary>
internal sealed record WireText
{
    [JsonPropertyName("text")]
    public required string Text { get; init; }
}
