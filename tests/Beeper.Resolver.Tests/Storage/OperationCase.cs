using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Tests.Storage;

/// <summary>A row of the table of starts, and one step tried on it.</summary>
internal sealed record OperationCase(OperationState State, StartEffect Effect, string? Owner, int Attempts, string? LastOutcome, bool LastWasSeen, bool Again, int? NotBefore, int StartedAt, OperationStep Step)
{
    /// <summary>The run that tries the step.</summary>
    public const string Run = "run A";

    /// <summary>The time at which it is tried; other times are relative to it.</summary>
    public const int Now = 1_000_000;

    /// <summary>Attempt number handed to the step.</summary>
    public int AttemptGiven { get; init; }

    /// <summary>State handed to the step.</summary>
    public OperationState StateGiven { get; init; }

    /// <summary>Whether the step says that the person may be invited.</summary>
    public bool AllowInvite { get; init; }

    /// <summary>Whether the step says that it carries text.</summary>
    public bool HasText { get; init; }

    /// <summary>Whether the step says that look-ups contradict themselves.</summary>
    public bool Contradicted { get; init; }

    public static OperationCase Random(Random random)
    {
        var attempts = random.Next(4) == 0 ? random.Next(5, 8) : random.Next(3);
        var step = Pick(random, Enum.GetValues<OperationStep>());
        // Most cases start where the step belongs, so that its other guards matter.
        var state = random.Next(4) == 0 ? Pick(random, Enum.GetValues<OperationState>()) : Pick(random, Usual(step));
        if (state is OperationState.Inflight or OperationState.Unknown && attempts == 0)
            attempts = 1;
        return new OperationCase(
            state,
            Pick(random, Enum.GetValues<StartEffect>()),
            state is OperationState.Claimed or OperationState.Inflight || random.Next(4) > 0 ? Pick(random, Run, Run, "run B") : null,
            attempts,
            attempts == 0 || random.Next(4) == 0 ? null : Pick(random, "pending", "rejected", "not_found", "deferred", "unknown", "resolved", "review"),
            random.Next(2) == 0,
            random.Next(3) == 0,
            Pick<int?>(random, null, Now - 1, Now, Now + 1),
            Pick(random, Now - 200, Now - 100, Now - 99, Now),
            step)
        {
            AttemptGiven = random.Next(3) == 0 ? attempts + 1 : attempts,
            StateGiven = Pick(random, Enum.GetValues<OperationState>()),
            AllowInvite = random.Next(2) == 0,
            HasText = random.Next(2) == 0,
            Contradicted = random.Next(2) == 0,
        };
    }

    private static OperationState[] Usual(OperationStep step) => step switch
    {
        OperationStep.Reopen => [OperationState.NotFound, OperationState.Deferred],
        OperationStep.Claim => [OperationState.Pending, OperationState.Deferred],
        OperationStep.Release or OperationStep.Skip or OperationStep.Begin => [OperationState.Claimed],
        OperationStep.Settle or OperationStep.TryAgain => [OperationState.Inflight],
        OperationStep.Recover => [OperationState.Claimed, OperationState.Inflight, OperationState.Reconciling],
        OperationStep.LookUp => [OperationState.Unknown],
        OperationStep.Prove or OperationStep.Disprove or OperationStep.Doubt or OperationStep.Postpone => [OperationState.Reconciling],
        _ => [OperationState.Unknown, OperationState.Review],
    };

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
