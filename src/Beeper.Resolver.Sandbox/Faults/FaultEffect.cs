using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox.Faults;

/// <summary>What a fault does.</summary>
public sealed record FaultEffect
{
    /// <summary>Whether the server acts before it answers so: <c>before</c> (the default; it does not act) or <c>after</c>.</summary>
    public string When { get; init; } = "before";

    /// <summary>Status to answer with; null leaves the server's own answer.</summary>
    public int? Status { get; init; }

    /// <summary>Headers to add.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Body to answer with: a text as it is, anything else as JSON.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Milliseconds to wait before answering.</summary>
    public int DelayMs { get; init; }

    /// <summary>Close the connection: <c>before-read</c>, <c>after-read</c> or <c>mid-body</c>.</summary>
    public string? Drop { get; init; }

    /// <summary>Answer 200 with a body that is no JSON.</summary>
    public bool Garbage { get; init; }

    /// <summary>Answer at once and act only after so many milliseconds.</summary>
    public int? LateMs { get; init; }

    /// <summary>Whether the server acts on the request at all.</summary>
    [JsonIgnore]
    public bool Acts => When == "after" || (Status is null && !Garbage && Drop is null or "mid-body" && LateMs is null);
}
