using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// The budgets of accounts as the store knows them: what was sent within the last minute, hour and day, over all runs.
/// </summary>
public sealed class AccountBudgets(ResolutionStore store, NetworkCatalog? networks = null, TimeProvider? time = null)
{
    private readonly NetworkCatalog _networks = networks ?? NetworkCatalog.Default;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>What is left of every budget the account has, starts first.</summary>
    public IReadOnlyList<BudgetLeft> LeftOf(Account account)
    {
        var profile = _networks[account.Network];
        var now = _time.GetUtcNow();
        var left = new List<BudgetLeft> { BudgetWindows.Left(BudgetKind.Starts, profile.Budget, Sent(account, BudgetKind.Starts, now), now) };
        if (profile.PhoneBudget is { } phones)
            left.Add(BudgetWindows.Left(BudgetKind.PhoneStarts, phones, Sent(account, BudgetKind.PhoneStarts, now), now));
        if (profile.LookupBudget is { } lookups)
            left.Add(BudgetWindows.Left(BudgetKind.Lookups, lookups, Sent(account, BudgetKind.Lookups, now), now));
        return left;
    }

    /// <summary>How long the account has to wait before its next start by a kind of identifier; <see cref="TimeSpan.MaxValue"/> for ever.</summary>
    internal TimeSpan WaitForStart(Account account, IdentifierKind kind)
    {
        var now = _time.GetUtcNow();
        return BudgetWindows.Wait(_networks[account.Network].BudgetOf(kind), Sent(account, KindOf(account, kind), now), now);
    }

    /// <summary>How long the account has to wait before its next contact search.</summary>
    internal TimeSpan WaitForLookup(Account account)
    {
        if (_networks[account.Network].LookupBudget is not { } budget)
            return TimeSpan.Zero;
        var now = _time.GetUtcNow();
        return BudgetWindows.Wait(budget, Sent(account, BudgetKind.Lookups, now), now);
    }

    /// <summary>Which budget a start counts against.</summary>
    internal BudgetKind KindOf(Account account, IdentifierKind kind) =>
        kind == IdentifierKind.Phone && _networks[account.Network].PhoneBudget is not null ? BudgetKind.PhoneStarts : BudgetKind.Starts;

    private IReadOnlyList<DateTimeOffset> Sent(Account account, BudgetKind kind, DateTimeOffset now)
    {
        var since = now.AddDays(-1);
        return kind switch
        {
            BudgetKind.Lookups => store.Lookups.AskedSince(account.Id, since),
            BudgetKind.PhoneStarts => store.Lookups.PhoneStartsSince(account.Id, since),
            _ when _networks[account.Network].PhoneBudget is null => store.Operations.AttemptsSince(account.Id, since),
            _ => Without(store.Operations.AttemptsSince(account.Id, since), store.Lookups.PhoneStartsSince(account.Id, since)),
        };
    }

    // Starts of an account go one after the other, so the first attempt after each grant is the granted one.
    private static List<DateTimeOffset> Without(IReadOnlyList<DateTimeOffset> attempts, IReadOnlyList<DateTimeOffset> granted)
    {
        var rest = new List<DateTimeOffset>(attempts.Count);
        var next = 0;
        foreach (var at in attempts)
        {
            if (next < granted.Count && granted[next] <= at)
            {
                // Grants whose start was never sent are passed over.
                while (next < granted.Count && granted[next] <= at)
                    next++;
                continue;
            }
            rest.Add(at);
        }
        return rest;
    }
}
