using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox.Faults;

/// <summary>
/// What a fault does. An effect that says nothing of the answer (only a delay or headers, or a drop in mid-body) lets the server act and
/// answer as usual.
/// </summary>
public sealed record FaultEffect
{
    /// <summary>
    /// <c>before</c> (the default): a delay comes before the server acts, and it does not act at all when the effect answers in its place or drops
    /// the connection. <c>after</c>: the server acts first.
    /// </summary>
    public string When { get; init; } = "before";

    /// <summary>Status to answer with, 200 to 599; null leaves the server's own, or 200 where it does not act.</summary>
    public int? Status { get; init; }

    /// <summary>Headers to add or replace.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Body to answer with: a text as it is, anything else as JSON. An error status without a body gets the API's envelope.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Milliseconds to wait; a client that leaves in the meantime is not acted for.</summary>
    public int DelayMs { get; init; }

    /// <summary>
    /// Close the connection: <c>before-read</c> (of the body; where a rule names an account, bodies are read to find it), <c>after-read</c> or
    /// <c>mid-body</c> (half of the answer is sent).
    /// </summary>
    public string? Drop { get; init; }

    /// <summary>Answer with a body that is no JSON.</summary>
    public bool Garbage { get; init; }

    /// <summary>Answer or drop at once and act only after so many milliseconds, whether or not the client is still there.</summary>
    public int? LateMs { get; init; }

    /// <summary>Whether the server acts on the request before it answers.</summary>
    [JsonIgnore]
    public bool Acts => LateMs is null && Drop != "before-read" && (When == "after" || (!Answers && Drop != "after-read"));

    /// <summary>What is wrong with the effect, or null.</summary>
    internal string? Problem() =>
        When is not ("before" or "after") ? $"\"when\" is before or after, not {When}."
        : Drop is not (null or "before-read" or "after-read" or "mid-body") ? $"\"drop\" is before-read, after-read or mid-body, not {Drop}."
        : Status is < 200 or > 599 ? $"\"status\" lies between 200 and 599, unlike {Status}."
        : DelayMs < 0 || LateMs < 0 ? "\"delayMs\" and \"lateMs\" count from 0."
        : LateMs is not null && !Answers && Drop is not ("before-read" or "after-read") ? "a late effect says what happens at once: \"status\", \"body\", \"garbage\" or \"drop\"."
        : null;

    private bool Answers => Status is not null || Body is not null || Garbage;
}
