namespace Beeper.Resolver.Sandbox.Faults;

/// <summary>Which requests a fault meets; an absent member matches all. At most one of <c>nth</c>, <c>every</c> and <c>probability</c>.</summary>
public sealed record FaultMatch
{
    /// <summary>HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>Route such as <c>/v1/chats/start</c>; <c>{…}</c> stands for one segment, a final <c>*</c> for any rest.</summary>
    public string? Route { get; init; }

    /// <summary>The account the request names.</summary>
    public string? Account { get; init; }

    /// <summary>Only the n-th request that matches the rest, from 1.</summary>
    public int? Nth { get; init; }

    /// <summary>Every n-th request that matches the rest.</summary>
    public int? Every { get; init; }

    /// <summary>Share of the requests that match the rest, 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Seed for <see cref="Probability"/>. Default 0.</summary>
    public int Seed { get; init; }
}
