namespace Beeper.Resolver.Pipeline;

/// <summary>
/// What a run holds about one account: one request with an effect in flight at a time, and a breaker. After five failures in a row the account
/// is left alone for 30 s; then one read must succeed before the next start, and one more failure opens the breaker again. All waits are
/// measured by the monotonic clock.
/// </summary>
internal sealed class AccountLane(Account account, TimeProvider time) : IDisposable
{
    private const int MostFailures = 5;
    private const int MostOpenings = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    // Look-ups count beside the start in flight.
    private readonly Lock _counting = new();
    private volatile Evidence? _closed;
    private long _openedAt;
    private int _failures;
    private int _openings;
    private int _failedLookups;

    /// <summary>The account.</summary>
    public Account Account { get; } = account;

    /// <summary>Held while a start is in flight.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How many look-ups may be in flight.</summary>
    public LookupGate Lookups { get; } = new();

    /// <summary>Why no more requests are made on the account in this run, or null.</summary>
    public Evidence? Closed => _closed;

    /// <summary>Whether the breaker is open.</summary>
    public bool IsOpen => _failures >= MostFailures;

    /// <summary>Makes no more requests on the account in this run.</summary>
    public void Close(Evidence reason) => _closed ??= reason;

    /// <summary>Counts an answer that was read.</summary>
    public void Succeed()
    {
        lock (_counting)
            (_failures, _openings) = (0, 0);
    }

    /// <summary>Counts a failure: no connection, no answer, or an answer that leaves the outcome unknown.</summary>
    public void Fail()
    {
        lock (_counting)
        {
            if (++_failures < MostFailures)
                return;
            _openedAt = time.GetTimestamp();
            if (++_openings > MostOpenings)
                Close(PlanEvidence.Paused);
        }
    }

    /// <summary>Counts the end of a look-up, several of which may be in flight; five failures in a row close the account for this run.</summary>
    public void EndLookup(bool isAnswered)
    {
        if (isAnswered)
            Volatile.Write(ref _failedLookups, 0);
        else if (Interlocked.Increment(ref _failedLookups) >= MostFailures)
            Close(PlanEvidence.Paused);
    }

    /// <summary>Waits until the account may be tried; where the breaker is open, for the rest of its 30 s and for one read.</summary>
    /// <param name="probe">Reads something small; what it throws ends the run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the account is closed.</returns>
    public async Task<bool> ReadyAsync(Func<CancellationToken, Task> probe, CancellationToken cancellationToken)
    {
        while (_closed is null && IsOpen)
        {
            var rest = Rest - time.GetElapsedTime(_openedAt);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancellationToken);
            await probe(cancellationToken);
            _failures = MostFailures - 1;
        }
        return _closed is null;
    }

    /// <inheritdoc/>
    public void Dispose() => Gate.Dispose();
}
