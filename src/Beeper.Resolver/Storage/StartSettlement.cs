namespace Beeper.Resolver.Storage;

/// <summary>How a start in flight ended.</summary>
/// <param name="State">The state it goes to.</param>
public sealed record StartSettlement(OperationState State)
{
    /// <summary>The chat; needed for <see cref="OperationState.Resolved"/>.</summary>
    public string? ChatId { get; init; }

    /// <summary>Whether the chat was there before, or null when unknown.</summary>
    public ChatStatus? Status { get; init; }

    /// <summary>Not before this time, for deferred and not-found starts.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Error code or reason.</summary>
    public string? Reason { get; init; }

    /// <summary>HTTP status, or null when no answer was read.</summary>
    public int? HttpStatus { get; init; }
}
