using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Keeps starts within the networks' budgets per minute, hour and day. The counts come from the store's attempts, so that a new run does not
/// reset them. Waits are jittered and monotonic.
/// </summary>
internal sealed class Pacer(ResolutionStore store, NetworkCatalog networks, TimeProvider time, Random random, bool careful)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Waits until the account may start another chat.</summary>
    /// <returns>False when that would take longer than two minutes: the budget of the hour or day is used up.</returns>
    public async Task<bool> WaitAsync(Account account, CancellationToken cancellationToken)
    {
        if (!careful)
            return true;
        var wait = Wait(account);
        if (wait > LongestWait)
            return false;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait * (1 + (random.NextDouble() * 0.3)), time, cancellationToken);
        return true;
    }

    /// <summary>How long the account has to wait before its next start.</summary>
    public TimeSpan Wait(Account account)
    {
        var budget = networks[account.Network].Budget;
        var now = time.GetUtcNow();
        var attempts = store.Operations.AttemptsSince(account.Id, now.AddDays(-1));
        var wait = TimeSpan.Zero;
        foreach (var (window, most) in new[] { (TimeSpan.FromMinutes(1), budget.PerMinute), (TimeSpan.FromHours(1), budget.PerHour), (TimeSpan.FromDays(1), budget.PerDay) })
        {
            var within = attempts.Where(at => at > now - window).ToList();
            if (within.Count >= most)
                wait = Max(wait, most == 0 ? TimeSpan.MaxValue : within[within.Count - most] + window - now);
        }
        return wait;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
