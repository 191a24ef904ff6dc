using System.Collections.Concurrent;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Keeps starts and look-ups within the networks' budgets per minute, hour and day. The counts come from the store, so that a new run does
/// not reset them. Waits are jittered and monotonic.
/// </summary>
internal sealed class Pacer(ResolutionStore store, NetworkCatalog networks, TimeProvider time, Random random, bool careful)
{
    private const double Jitter = 0.3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly AccountBudgets _budgets = new(store, networks, time);
    private readonly ConcurrentDictionary<string, LookupLedger> _ledgers = new(StringComparer.Ordinal);

    /// <summary>Waits until the account may start another chat by a kind of identifier.</summary>
    /// <returns>False when that would take longer than two minutes: the budget of the hour or day is used up.</returns>
    public async Task<bool> WaitAsync(Account account, IdentifierKind kind, CancellationToken cancellationToken)
    {
        if (!careful)
            return true;
        if (!await WaitAsync(_budgets.WaitForStart(account, kind), cancellationToken))
            return false;
        if (_budgets.KindOf(account, kind) == BudgetKind.PhoneStarts)
            store.Lookups.NotePhoneStart(account.Id, time.GetUtcNow());
        return true;
    }

    /// <summary>Waits until the account may search its contacts once more; several who ask at once wait for each other.</summary>
    /// <returns>False when that would take longer than two minutes.</returns>
    public async Task<bool> WaitForLookupAsync(Account account, CancellationToken cancellationToken)
    {
        if (!careful || networks[account.Network].LookupBudget is not { } budget)
            return true;
        var ledger = _ledgers.GetOrAdd(account.Id, id => new LookupLedger(store.Lookups.AskedSince(id, time.GetUtcNow().AddDays(-1))));
        await ledger.Gate.WaitAsync(cancellationToken);
        try
        {
            if (!await WaitAsync(BudgetWindows.Wait(budget, ledger.Sent, time.GetUtcNow()), cancellationToken))
                return false;
            ledger.Sent.Add(time.GetUtcNow());
            return true;
        }
        finally
        {
            ledger.Gate.Release();
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

    // What this run has asked on top of what the store knew when it began; the store itself learns of a search once it is answered.
    private sealed class LookupLedger(IEnumerable<DateTimeOffset> sent)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public List<DateTimeOffset> Sent { get; } = [.. sent];
    }
}
