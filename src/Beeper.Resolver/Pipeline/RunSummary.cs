using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>The counts of a run. Not thread-safe.</summary>
public sealed class RunSummary
{
    private readonly SortedDictionary<string, AccountSummary> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contacts = new(StringComparer.Ordinal);

    private int _settled;

    /// <summary>Contacts reported, each counted once.</summary>
    public int Contacts => _settled + _contacts.Count;

    /// <summary>Contacts by outcome; every contact is in exactly one.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Contacts the store answered without a request.</summary>
    public int FromStore { get; private set; }

    /// <summary>Contacts left for a later run.</summary>
    public int Left { get; private set; }

    /// <summary>Contact searches made.</summary>
    public int Lookups { get; private set; }

    /// <summary>Starts sent.</summary>
    public int Starts { get; private set; }

    /// <summary>The counts per account, by account ID.</summary>
    public IReadOnlyCollection<AccountSummary> Accounts => _accounts.Values;

    /// <summary>Counts a contact.</summary>
    public void Add(ContactResult result)
    {
        _contacts.Add(result.Contact.Key);
        Count(result.Outcome, 1);
        FromStore += result.FromStore ? 1 : 0;
        Left += result.IsLeft ? 1 : 0;
        foreach (var resolution in result.Resolutions)
        {
            Lookups += resolution.Lookups;
            Starts += resolution.Starts;
            if (resolution.Account is not { } account)
                continue;
            Counts(account.Id, account.Network).Add(resolution.Outcome, resolution.Status);
        }
    }

    /// <summary>Counts all contacts of a store that answers every one of them.</summary>
    public void Add(SettledRun settled)
    {
        (_settled, FromStore) = (_settled + settled.Contacts, FromStore + settled.Contacts);
        foreach (var (outcome, count) in settled.Outcomes)
            Count(outcome, count);
        foreach (var one in settled.Accounts)
            Counts(one.AccountId, one.Network).Add(one.Outcome, one.Status, one.Count);
    }

    /// <summary>Whether every contact is in exactly one outcome; false is a defect of this program.</summary>
    /// <param name="contacts">The contacts in the store.</param>
    public bool Balances(int contacts) => Contacts == contacts && Outcomes.Values.Sum() == contacts;

    private void Count(Outcome? outcome, int count)
    {
        var name = outcome switch { Outcome.NotFound => "not_found", null => "planned", var one => one.ToString()!.ToLowerInvariant() };
        Outcomes[name] = Outcomes.GetValueOrDefault(name) + count;
    }

    private AccountSummary Counts(string id, string network)
    {
        if (!_accounts.TryGetValue(id, out var counts))
            _accounts[id] = counts = new AccountSummary(id, network);
        return counts;
    }
}
