namespace Beeper.Resolver.Storage;

/// <summary>A start as it stands in the store.</summary>
/// <param name="Id">Row ID.</param>
/// <param name="AccountId">The account.</param>
/// <param name="ContactKey">The contact it was first made for.</param>
/// <param name="Effect">What it may do to the person.</param>
/// <param name="State">The state.</param>
/// <param name="Attempt">Requests sent so far.</param>
public sealed record StartOperation(long Id, string AccountId, string ContactKey, StartEffect Effect, OperationState State, int Attempt)
{
    /// <summary>32 bytes that name the person asked for on the account.</summary>
    public byte[] TargetKey { get; init; } = [];

    /// <summary>The run that holds it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Not to be sent before, or not to be asked again before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the last request was sent; null before the first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The chat of a resolved start.</summary>
    public string? ChatId { get; init; }

    /// <summary>Whether the chat was there before.</summary>
    public ChatStatus? Status { get; init; }

    /// <summary>Whether the status can be relied on: after an unknown outcome a chat of our own making answers as existing.</summary>
    public bool StatusIsCertain { get; init; } = true;

    /// <summary>Why it ended so.</summary>
    public string? Reason { get; init; }
}
