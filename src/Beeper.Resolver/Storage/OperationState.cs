namespace Beeper.Resolver.Storage;

/// <summary>The states of a start.</summary>
public enum OperationState
{
    /// <summary>Nothing was sent.</summary>
    Pending,

    /// <summary>A run has taken it; nothing was sent.</summary>
    Claimed,

    /// <summary>The request may have left.</summary>
    Inflight,

    /// <summary>The chat is known.</summary>
    Resolved,

    /// <summary>The network does not know the identifier.</summary>
    NotFound,

    /// <summary>The request was refused for what it says.</summary>
    Rejected,

    /// <summary>To be sent again, not before a time.</summary>
    Deferred,

    /// <summary>Sent, and the answer never read.</summary>
    Unknown,

    /// <summary>Look-ups are settling it.</summary>
    Reconciling,

    /// <summary>A person has to settle it.</summary>
    Review,

    /// <summary>A person dropped it.</summary>
    Skipped,
}
