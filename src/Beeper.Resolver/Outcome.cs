using System.Text.Json.Serialization;

namespace Beeper.Resolver;

/// <summary>How a contact ended on an account.</summary>
public enum Outcome
{
    /// <summary>The chat is known.</summary>
    [JsonStringEnumMemberName("resolved")]
    Resolved,

    /// <summary>The network knows none of the identifiers.</summary>
    [JsonStringEnumMemberName("not_found")]
    NotFound,

    /// <summary>Waits for a human decision.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>Nothing was to be done.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,

    /// <summary>An error that was answered; nothing was started.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>A start was sent and its answer never read; settled only by look-ups or a human.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
