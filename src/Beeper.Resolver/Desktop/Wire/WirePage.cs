using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>A page of a listing; a search answers with the items only.</summary>
internal sealed record WirePage<T> where T : class
{
    [JsonPropertyName("items")]
    public IReadOnlyList<T?>? Items { get; init; }

    [JsonPropertyName("hasMore")]
    public bool? HasMore { get; init; }

    [JsonPropertyName("oldestCursor")]
    public string? OldestCursor { get; init; }
}
