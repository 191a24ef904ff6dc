using Beeper.Resolver.Storage;
using static Beeper.Resolver.Storage.OperationState;
using static Beeper.Resolver.Tests.Storage.OperationStep;

namespace Beeper.Resolver.Tests.Storage;

/// <summary>What the state machine of starts should do, written a second time from its description and without SQL.</summary>
internal static class OperationModel
{
    public const int GraceEnd = OperationCase.Now - 100;

    /// <summary>The state after the step; null where it must be refused.</summary>
    public static OperationState? Next(OperationCase one) => one.Step switch
    {
        Reopen => one.State is Pending or Deferred or NotFound or Rejected ? Pending : null,
        Claim => one.State is Pending or Deferred && (one.NotBefore is null || one.NotBefore <= OperationCase.Now) ? Claimed : null,
        Release => one.State == Claimed && IsOwn(one) ? Pending : null,
        Skip => one.State == Claimed && IsOwn(one) && one.Effect == StartEffect.E3 ? Skipped : null,
        Begin => one.State == Claimed && IsOwn(one) && MayBeSeenAgain(one) && Declares(one) ? Inflight : null,
        Settle => one.State == Inflight && IsOwn(one) && one.AttemptGiven == one.Attempts && IsEnd(one) ? one.StateGiven : null,
        TryAgain => one.State == Inflight && IsOwn(one) && one.AttemptGiven == one.Attempts && one.Effect == StartEffect.E1 ? Claimed : null,
        Recover => one.State switch { Inflight => Unknown, Claimed => Pending, Reconciling => Unknown, var other => other },
        LookUp => one.State == Unknown ? Reconciling : null,
        Prove => one.State == Reconciling && IsOwn(one) ? Resolved : null,
        Disprove => one.State == Reconciling && IsOwn(one) && one.Effect == StartEffect.E1 && one.Attempts < 6 ? Pending : null,
        Doubt => one.State == Reconciling && IsOwn(one) && IsDoubtful(one) ? Review : null,
        Postpone => one.State == Reconciling && IsOwn(one) ? Unknown : null,
        DecideDone => one.State is Unknown or Review ? Resolved : null,
        DecideAgain => one.State is Unknown or Review ? Pending : null,
        DecideSkipped => one.State is Unknown or Review ? Skipped : null,
        _ => throw new ArgumentOutOfRangeException(nameof(one), one.Step, "Unknown step."),
    };

    private static bool IsOwn(OperationCase one) => one.Owner == OperationCase.Run;

    // What the person may have seen is sent once, unless a person allowed it again.
    private static bool MayBeSeenAgain(OperationCase one)
    {
        if (one.Effect == StartEffect.E1 || one.Again || one.Attempts == 0 || !one.LastWasSeen)
            return true;
        return one.LastOutcome is "pending" or "rejected" or "not_found" or "deferred";
    }

    private static bool Declares(OperationCase one) => one.Effect switch
    {
        StartEffect.E1 => !one.AllowInvite && !one.HasText,
        StartEffect.E2 => !one.HasText,
        _ => true,
    };

    private static bool IsEnd(OperationCase one) => one.StateGiven switch
    {
        Pending or Resolved or NotFound or Rejected or Unknown or Review => true,
        Deferred => one.Effect == StartEffect.E1,
        _ => false,
    };

    private static bool IsDoubtful(OperationCase one) =>
        one.Contradicted || (one.Effect == StartEffect.E1 ? one.Attempts >= 6 : one.StartedAt <= GraceEnd);
}
