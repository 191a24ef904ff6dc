namespace Beeper.Resolver.Pipeline;

/// <summary>
/// What a run holds about one account: one start in flight at a time, and a breaker that leaves the account alone after five failures in a row.
/// </summary>
internal sealed class AccountLane(Account account) : IDisposable
{
    private const int MostFailures = 5;

    private int _failures;
    private volatile Evidence? _closed;

    /// <summary>The account.</summary>
    public Account Account { get; } = account;

    /// <summary>Held while a start is in flight.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How many look-ups may be in flight.</summary>
    public LookupGate Lookups { get; } = new();

    /// <summary>Why no more requests are made on the account in this run, or null.</summary>
    public Evidence? Closed => _closed;

    /// <summary>Makes no more requests on the account in this run.</summary>
    public void Close(Evidence reason) => _closed ??= reason;

    /// <summary>Counts an answer that was read.</summary>
    public void Succeed() => Volatile.Write(ref _failures, 0);

    /// <summary>Counts a failure.</summary>
    public void Fail()
    {
        if (Interlocked.Increment(ref _failures) >= MostFailures)
            Close(PlanEvidence.Paused);
    }

    /// <inheritdoc/>
    public void Dispose() => Gate.Dispose();
}
