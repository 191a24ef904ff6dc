using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// What an account's own contact list tells about who can be reached there: how many of the address book's numbers it knows compared with
/// the other accounts, and on a network for work the mail domains of its members. Nothing is concluded from a short list.
/// </summary>
public sealed class AccountReach
{
    private const int FewestListed = 50;
    private const int FewestGiven = 200;
    private const int FewestMembers = 5;
    private const double Noticeable = -0.5;

    private readonly Dictionary<string, Evidence> _phones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _domains = new(StringComparer.Ordinal);
    private readonly Evidence _members;
    private readonly Evidence _strangers;

    /// <summary>Counts; linear in contacts and accounts.</summary>
    public AccountReach(IReadOnlyList<Contact> contacts, IReadOnlyDictionary<string, AccountListing> listings, IReadOnlyList<Account> accounts, NetworkCatalog networks, RankingWeights weights)
    {
        _members = weights["email.domain.members"];
        _strangers = weights["email.domain.strangers"];
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            if (!listings.TryGetValue(account.Id, out var listing))
                continue;
            var profile = networks[account.Network];
            if (profile.IsWorkplace)
                AddDomains(account, listing);
            if (profile.LooksUp.Contains(IdentifierKind.Phone) && listing.People.Count(static person => person.InContacts) >= FewestListed && Rate(contacts, listing) is { } rate)
                rates[account.Id] = rate;
        }
        foreach (var (id, rate) in rates)
        {
            var most = weights["account.reach"];
            var weight = Math.Round(Math.Max(Math.Log2(rate / rates.Values.Max()), most.Weight), 1);
            if (weight <= Noticeable)
                _phones[id] = most with { Weight = weight };
        }
    }

    /// <summary>What the account's list says about an identifier, or null.</summary>
    public Evidence? Of(Account account, Identifier identifier)
    {
        if (identifier.Kind == IdentifierKind.Phone)
            return _phones.GetValueOrDefault(account.Id);
        if (identifier.Kind != IdentifierKind.Email || !_domains.TryGetValue(account.Id, out var domains))
            return null;
        return domains.Contains(Domain(identifier.Value)) ? _members : _strangers;
    }

    private static double? Rate(IReadOnlyList<Contact> contacts, AccountListing listing)
    {
        var (given, found) = (0, 0);
        foreach (var contact in contacts)
        {
            foreach (var one in contact.Identifiers)
            {
                if (one.Identifier.Kind != IdentifierKind.Phone || one.Identifier.Network is not null || one.Occurrences[0].Type == PhoneType.FixedLine)
                    continue;
                given++;
                found += listing.Find(one.Identifier).Count > 0 ? 1 : 0;
            }
        }
        return given < FewestGiven ? null : (found + 1.0) / (given + 2);
    }

    private void AddDomains(Account account, AccountListing listing)
    {
        var mails = listing.People.Select(static person => person.User.Email).OfType<string>().ToList();
        if (account.User?.Email is { } own)
            mails.Add(own);
        if (mails.Count >= FewestMembers)
            _domains[account.Id] = mails.Select(Domain).Where(static domain => !MailDomains.IsFree(domain)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];
}
