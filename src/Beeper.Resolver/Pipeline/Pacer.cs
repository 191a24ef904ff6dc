using System.Collections.Concurrent;

namespace Beeper.Resolver.Pipeline;

/// <summary>Keeps starts and look-ups within the networks' budgets per minute, hour and day. Waits are jittered and monotonic.</summary>
internal sealed class Pacer(AccountBudgets budgets, TimeProvider time, Random random, bool careful)
{
    private const double Jitter = 0.3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _lookups = new(StringComparer.Ordinal);

    /// <summary>Waits until the account, whose gate is held, may start another chat by a kind of identifier.</summary>
    /// <returns>False when that would take longer than two minutes: the budget of the hour or day is used up.</returns>
    public async Task<bool> WaitAsync(Account account, IdentifierKind kind, CancellationToken cancellationToken)
    {
        if (!careful)
            return true;
        if (!await WaitAsync(budgets.WaitForStart(account, kind), cancellationToken))
            return false;
        budgets.NoteStart(account, kind);
        return true;
    }

    /// <summary>Counts how often a start that was let through was sent.</summary>
    public void NoteSent(Account account, IdentifierKind kind, int requests) => budgets.NoteRetries(account, kind, requests - 1);

    /// <summary>Waits until the account may search its contacts once more; several who ask at once wait for each other.</summary>
    /// <returns>False when that would take longer than two minutes.</returns>
    public async Task<bool> WaitForLookupAsync(Account account, CancellationToken cancellationToken)
    {
        if (!careful)
            return true;
        var gate = _lookups.GetOrAdd(account.Id, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!await WaitAsync(budgets.WaitForLookup(account), cancellationToken))
                return false;
            budgets.NoteLookup(account);
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<bool> WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait > LongestWait)
            return false;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait * (1 + (random.NextDouble() * Jitter)), time, cancellationToken);
        return true;
    }
}
