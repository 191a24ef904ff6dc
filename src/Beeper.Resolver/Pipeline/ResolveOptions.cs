namespace Beeper.Resolver.Pipeline;

/// <summary>What a run may do.</summary>
public sealed record ResolveOptions
{
    /// <summary>Record existing chats only; no chat is started. Default false.</summary>
    public bool ExistingOnly { get; init; }

    /// <summary>Let a start invite the person where the network needs that, which they see. Default false.</summary>
    public bool AllowInvite { get; init; }

    /// <summary>Start on every account that can reach the contact instead of on the best one only. Default false.</summary>
    public bool EachAccount { get; init; }

    /// <summary>Try contacts again whose last attempt failed. Default false.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Ask again about contacts whose outcome is known; chats that are known stay. Default false.</summary>
    public bool Refresh { get; init; }

    /// <summary>The most contacts to work on, those answered from the store not counted; null (the default) means all.</summary>
    public int? Limit { get; init; }

    /// <summary>The most starts to send; null (the default) means no cap beyond the networks' budgets.</summary>
    public int? MaxNewChats { get; init; }

    /// <summary>How long contacts are begun; those that are left are work for the next run. Null (the default) means no end.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>Whether the networks' budgets and pauses are kept. Default true.</summary>
    public bool Careful { get; init; } = true;

    /// <summary>Decide only: the first request that would not be a GET ends the work on an account. Default false.</summary>
    public bool PlanOnly { get; init; }
}
