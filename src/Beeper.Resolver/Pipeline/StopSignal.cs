namespace Beeper.Resolver.Pipeline;

/// <summary>How a run is stopped: first it claims nothing new and lets the start in flight end, then it aborts.</summary>
/// <param name="Claiming">Cancelled when no further contact may be worked on.</param>
/// <param name="Aborting">Cancelled when requests in flight are given up; as safe as a kill.</param>
public readonly record struct StopSignal(CancellationToken Claiming, CancellationToken Aborting)
{
    /// <summary>One token for both.</summary>
    public static StopSignal From(CancellationToken cancellationToken) => new(cancellationToken, cancellationToken);
}
