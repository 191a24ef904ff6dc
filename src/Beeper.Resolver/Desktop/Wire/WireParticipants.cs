using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The participants of a chat.</summary>
internal sealed record WireParticipants
{
    [JsonPropertyName("items")]
    public IReadOnlyList<WireUser?>? Items { get; init; }
}
