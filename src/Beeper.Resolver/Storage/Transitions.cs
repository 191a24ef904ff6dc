using static Beeper.Resolver.Storage.OperationState;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The table of transitions. There is no way from a request of unknown outcome back to sending but a look-up that shows nothing (E1 only) or
/// a person. Each guard stands in SQL, so that the store itself refuses what a defect of the program would try; the tests remove one guard
/// at a time and must notice.
/// </summary>
internal sealed record Transitions
{
    /// <summary>Attempts after which a start that look-ups never show is left to a person.</summary>
    public const int MostAttempts = 6;

    private const string OwnRun = "owner = @owner";
    private const string OwnAttempt = "attempt = @attempt";
    private const string Unseen = "effect = 'E1'";

    // An attempt that ended so had no effect; all others may have had one.
    private const string OnceOnly = """
        effect = 'E1' or again = 1 or not exists (
            select 1 from attempt a where a.op_id = op.op_id and (a.allow_invite = 1 or a.has_text = 1) and (a.outcome is null or a.outcome not in ('pending', 'rejected', 'not_found', 'deferred')))
        """;

    /// <summary>The program's own table.</summary>
    public static Transitions Default { get; } = new();

    /// <summary>Asked anew: what has no effect or is settled without a chat goes back to pending.</summary>
    public Transition Reopen { get; init; } = new([Pending, Deferred, NotFound, Rejected]);

    /// <summary>A run takes a start.</summary>
    public Transition Claim { get; init; } = new([Pending, Deferred], "not_before is null or not_before <= @now");

    /// <summary>The run gives it back unsent.</summary>
    public Transition Release { get; init; } = new([Claimed], OwnRun);

    /// <summary>The run finds a first message unneeded.</summary>
    public Transition Skip { get; init; } = new([Claimed], OwnRun, "effect = 'E3'");

    /// <summary>The next byte may leave.</summary>
    public Transition Begin { get; init; } = new(
        [Claimed], OwnRun, OnceOnly, "@allowInvite = 0 or effect in ('E2', 'E3')", "@hasText = 0 or effect = 'E3'");

    /// <summary>The answer, or its absence.</summary>
    public Transition Settle { get; init; } = new(
        [Inflight], OwnRun, OwnAttempt, "@state in ('pending', 'resolved', 'not_found', 'rejected', 'deferred', 'unknown', 'review')", "@state <> 'deferred' or effect = 'E1'");

    /// <summary>One more try of a start nobody can see, within the same run.</summary>
    public Transition TryAgain { get; init; } = new([Inflight], OwnRun, OwnAttempt, Unseen);

    /// <summary>In flight when its run died.</summary>
    public Transition Lose { get; init; } = new([Inflight]);

    /// <summary>Claimed when its run died.</summary>
    public Transition Unclaim { get; init; } = new([Claimed]);

    /// <summary>Being looked up when its run died.</summary>
    public Transition Abandon { get; init; } = new([Reconciling]);

    /// <summary>A look-up begins.</summary>
    public Transition LookUp { get; init; } = new([Unknown]);

    /// <summary>The look-up shows the chat, or the message in it.</summary>
    public Transition Prove { get; init; } = new([Reconciling], OwnRun);

    /// <summary>The look-up shows nothing, so a start nobody can see may be sent again.</summary>
    public Transition Disprove { get; init; } = new([Reconciling], OwnRun, Unseen, "attempt < @most");

    /// <summary>The look-up cannot settle it: a person has to. What may have been seen must be past its grace period, unless the look-up contradicts itself.</summary>
    public Transition Doubt { get; init; } = new([Reconciling], OwnRun, "@contradicted = 1 or (effect = 'E1' and attempt >= @most) or (effect <> 'E1' and started_at <= @graceEnd)");

    /// <summary>The look-up could not be made, or it is too early to tell.</summary>
    public Transition Postpone { get; init; } = new([Reconciling], OwnRun);

    /// <summary>A person says what happened.</summary>
    public Transition Decide { get; init; } = new([Unknown, Review]);
}
