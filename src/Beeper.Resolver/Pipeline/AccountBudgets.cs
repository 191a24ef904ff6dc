using System.Collections.Concurrent;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// The budgets of accounts: what was sent within the last minute, hour and day, over all runs. What earlier runs sent stands in the store under
/// the wall clock's time; what is sent from here on is measured by the monotonic clock, so that a clock that is set neither stalls a run nor
/// lets it send faster. One per process, made under the run lock. Thread-safe.
/// </summary>
public sealed class AccountBudgets
{
    private readonly ResolutionStore _store;
    private readonly NetworkCatalog _networks;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _began;
    private readonly long _beganAt;
    private readonly ConcurrentDictionary<(string AccountId, BudgetKind Kind), List<DateTimeOffset>> _sent = new();

    /// <summary>Takes the store's memory up.</summary>
    /// <param name="store">The store.</param>
    /// <param name="networks">The networks; null for those the library ships.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public AccountBudgets(ResolutionStore store, NetworkCatalog? networks = null, TimeProvider? time = null)
    {
        (_store, _networks, _time) = (store, networks ?? NetworkCatalog.Default, time ?? TimeProvider.System);
        (_began, _beganAt) = (_time.GetUtcNow(), _time.GetTimestamp());
    }

    /// <summary>What is left of every budget the account has, starts first.</summary>
    public IReadOnlyList<BudgetLeft> LeftOf(Account account)
    {
        var profile = _networks[account.Network];
        var left = new List<BudgetLeft> { Left(account, BudgetKind.Starts, profile.Budget) };
        if (profile.PhoneBudget is { } phones)
            left.Add(Left(account, BudgetKind.PhoneStarts, phones));
        if (profile.LookupBudget is { } lookups)
            left.Add(Left(account, BudgetKind.Lookups, lookups));
        return left;
    }

    /// <summary>How long the account has to wait before its next start by a kind of identifier; <see cref="TimeSpan.MaxValue"/> for ever.</summary>
    internal TimeSpan WaitForStart(Account account, IdentifierKind kind) => Wait(account, KindOf(account, kind), _networks[account.Network].BudgetOf(kind));

    /// <summary>How long the account has to wait before its next contact search.</summary>
    internal TimeSpan WaitForLookup(Account account) => _networks[account.Network].LookupBudget is { } budget ? Wait(account, BudgetKind.Lookups, budget) : TimeSpan.Zero;

    /// <summary>Notes a start that is let through; one by phone on a network that counts those apart also for later runs.</summary>
    internal void NoteStart(Account account, IdentifierKind kind)
    {
        Note(account, KindOf(account, kind));
        if (KindOf(account, kind) == BudgetKind.PhoneStarts)
            _store.Lookups.NotePhoneStart(account.Id, _time.GetUtcNow());
    }

    /// <summary>Notes that a start which was let through was sent more than once.</summary>
    internal void NoteRetries(Account account, IdentifierKind kind, int count)
    {
        for (var retry = 0; retry < count; retry++)
            Note(account, KindOf(account, kind));
    }

    /// <summary>Notes a contact search that is let through; the store itself learns of it once it is answered.</summary>
    internal void NoteLookup(Account account) => Note(account, BudgetKind.Lookups);

    // The monotonic clock, on the wall clock's scale.
    private DateTimeOffset Now => _began + _time.GetElapsedTime(_beganAt);

    // Which budget a start counts against.
    private BudgetKind KindOf(Account account, IdentifierKind kind) =>
        kind == IdentifierKind.Phone && _networks[account.Network].PhoneBudget is not null ? BudgetKind.PhoneStarts : BudgetKind.Starts;

    private TimeSpan Wait(Account account, BudgetKind kind, NetworkBudget budget)
    {
        var sent = Sent(account, kind);
        lock (sent)
            return BudgetWindows.Wait(budget, sent, Now);
    }

    private BudgetLeft Left(Account account, BudgetKind kind, NetworkBudget budget)
    {
        var sent = Sent(account, kind);
        lock (sent)
            return BudgetWindows.Left(kind, budget, sent, Now);
    }

    private void Note(Account account, BudgetKind kind)
    {
        var sent = Sent(account, kind);
        lock (sent)
            sent.Add(Now);
    }

    private List<DateTimeOffset> Sent(Account account, BudgetKind kind) => _sent.GetOrAdd((account.Id, kind), _ => NotAfter(Now, Remembered(account, kind)));

    // Where the clock was set back since, the last request counts as just sent and the others lie before it as they did.
    private static List<DateTimeOffset> NotAfter(DateTimeOffset now, IReadOnlyList<DateTimeOffset> sent)
    {
        var ahead = sent.Count > 0 && sent[^1] > now ? sent[^1] - now : TimeSpan.Zero;
        return [.. sent.Select(at => at - ahead)];
    }

    private IReadOnlyList<DateTimeOffset> Remembered(Account account, BudgetKind kind)
    {
        var since = Now.AddDays(-1);
        return kind switch
        {
            BudgetKind.Lookups => _store.Lookups.AskedSince(account.Id, since),
            BudgetKind.PhoneStarts => _store.Lookups.PhoneStartsSince(account.Id, since),
            _ when _networks[account.Network].PhoneBudget is null => _store.Operations.AttemptsSince(account.Id, since),
            _ => Without(_store.Operations.AttemptsSince(account.Id, since), _store.Lookups.PhoneStartsSince(account.Id, since)),
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
