namespace Beeper.Resolver.Pipeline;

/// <summary>The counts of a run. Not thread-safe.</summary>
public sealed class RunSummary
{
    private readonly SortedDictionary<string, AccountSummary> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contacts = new(StringComparer.Ordinal);

    /// <summary>Contacts reported, each counted once.</summary>
    public int Contacts => _contacts.Count;

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
        var outcome = result.Outcome switch { Outcome.NotFound => "not_found", null => "planned", var one => one.ToString()!.ToLowerInvariant() };
        Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
        FromStore += result.FromStore ? 1 : 0;
        Left += result.IsLeft ? 1 : 0;
        foreach (var resolution in result.Resolutions)
        {
            Lookups += resolution.Lookups;
            Starts += resolution.Starts;
            if (resolution.Account is not { } account)
                continue;
            if (!_accounts.TryGetValue(account.Id, out var counts))
                _accounts[account.Id] = counts = new AccountSummary(account.Id, account.Network);
            counts.Add(resolution);
        }
    }

    /// <summary>Whether every contact is in exactly one outcome; false is a defect of this program.</summary>
    /// <param name="contacts">The contacts in the store.</param>
    public bool Balances(int contacts) => Contacts == contacts && Outcomes.Values.Sum() == contacts;
}
