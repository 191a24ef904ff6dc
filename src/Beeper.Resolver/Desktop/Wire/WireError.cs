using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The envelope of errors; <c>error</c> is the older spelling of the message.</summary>
internal sealed record WireError
{
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("details")]
    public JsonElement? Details { get; init; }

    /// <summary>Whether this is an error envelope at all.</summary>
    [JsonIgnore]
    public bool IsEnvelope => Message is not null || Code is not null || Error is not null;

    /// <summary>Whether a 404 speaks of a route the app does not have, as its web framework words it, and not of a person or account.</summary>
    [JsonIgnore]
    public bool SaysRouteIsMissing => (Message ?? Error)?.StartsWith("Route", StringComparison.OrdinalIgnoreCase) == true;
}
