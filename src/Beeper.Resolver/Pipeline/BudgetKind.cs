using System.Text.Json.Serialization;

namespace Beeper.Resolver.Pipeline;

/// <summary>What a budget counts.</summary>
public enum BudgetKind
{
    /// <summary>Starts.</summary>
    [JsonStringEnumMemberName("starts")]
    Starts,

    /// <summary>Starts by phone, on networks that answer them locally.</summary>
    [JsonStringEnumMemberName("phone_starts")]
    PhoneStarts,

    /// <summary>Contact searches.</summary>
    [JsonStringEnumMemberName("lookups")]
    Lookups,
}
