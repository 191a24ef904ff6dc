using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>What <c>GET /v1/info</c> says.</summary>
internal sealed record WireInfo
{
    [JsonPropertyName("app")]
    public WireApp? App { get; init; }

    [JsonPropertyName("endpoints")]
    public WireEndpoints? Endpoints { get; init; }

    /// <summary>The app.</summary>
    internal sealed record WireApp
    {
        [JsonPropertyName("name")]
        public string? Name { get; init; }

        [JsonPropertyName("version")]
        public string? Version { get; init; }
    }

    /// <summary>The addresses it serves.</summary>
    internal sealed record WireEndpoints
    {
        [JsonPropertyName("spec")]
        public string? Spec { get; init; }
    }
}
