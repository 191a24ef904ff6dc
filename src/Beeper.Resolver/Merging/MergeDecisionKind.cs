using System.Text.Json.Serialization;

namespace Beeper.Resolver.Merging;

/// <summary>What a user decided about two contacts.</summary>
public enum MergeDecisionKind
{
    /// <summary>They are one person.</summary>
    [JsonStringEnumMemberName("merge")]
    Merge,

    /// <summary>They are two people.</summary>
    [JsonStringEnumMemberName("keep-apart")]
    KeepApart,
}
