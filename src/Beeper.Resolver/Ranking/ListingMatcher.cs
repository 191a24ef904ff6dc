using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Looks for a contact among the people an account already knows. Two identifiers that lead to two people, a conflicting name, or an
/// identifier that people with other names share and whose owner's name does not settle it, are held.
/// </summary>
public sealed class ListingMatcher
{
    private const double Recent = 365;
    private const double Stale = 5 * 365.25;

    private static readonly Evidence TwoUsers = new("hold.two_users", 0, "two identifiers lead to two people on this account");
    private static readonly Evidence Shared = new("hold.shared", 0, "contacts with other names have the same one");
    private static readonly Evidence NameOnly = new("hold.name_only", 0, "an existing chat has this full name, but only the name leads there");
    private static readonly Evidence SameChat = new("note.same_chat", 0, "another contact leads to the same chat; they may be one person");

    private readonly NetworkCatalog _networks;
    private readonly RankingModel _model;
    private readonly PersonCheck _persons;
    private readonly SharedPeople? _people;
    private readonly DateTimeOffset _now;

    /// <summary>Makes a matcher.</summary>
    /// <param name="networks">The networks' rules of equality.</param>
    /// <param name="model">Weights and what the address book says of itself.</param>
    /// <param name="now">The time against which a chat's last activity is recent or stale.</param>
    /// <param name="people">Who several contacts lead to, or null where only one contact is looked at.</param>
    public ListingMatcher(NetworkCatalog networks, RankingModel model, DateTimeOffset now, SharedPeople? people = null)
    {
        _networks = networks;
        _model = model;
        _persons = new PersonCheck(model);
        _people = people;
        _now = now;
    }

    /// <summary>The match, or null when the listing does not know the contact.</summary>
    public ListingMatch? Match(Contact contact, ContactNames names, Account account, AccountListing listing)
    {
        List<(ListedPerson Person, Identifier Identifier)>? found = null;
        foreach (var given in contact.Identifiers)
        {
            foreach (var person in listing.Find(given.Identifier))
            {
                found ??= [];
                if (!found.Exists(one => one.Person == person))
                    found.Add((person, given.Identifier));
            }
        }
        return found?.Count switch
        {
            null => _networks[account.Network].MatchesByName ? MatchByName(contact, names, account, listing) : null,
            1 => Judge(contact, names, account, listing, found[0]),
            _ => Several(contact, names, account, listing, found),
        };
    }

    private ListingMatch Judge(Contact contact, ContactNames names, Account account, AccountListing listing, (ListedPerson Person, Identifier Identifier) match)
    {
        var (person, identifier) = match;
        var evidence = new List<Evidence>(5);
        AddListing(evidence, person);
        var name = _persons.Compare(names, person.User);
        if (name.Evidence is { } shown)
            evidence.Add(shown);
        if (OtherIdentifiers(contact, identifier, listing, person) > 0)
            evidence.Add(_model.Weights["lookup.identifier.agrees"]);
        if (_model.Shared.Of(identifier) == SharedIdentifier.Conflicting && !name.IsAgreement && !name.IsConflict && !IsSettled(contact, identifier, person.User, name))
            evidence.Add(Shared);
        if (_people?.IsShared(account.Id, person.User.Id) == true)
            evidence.Add(SameChat);
        return new ListingMatch(person, identifier, evidence);
    }

    private bool IsSettled(Contact contact, Identifier identifier, NetworkUser user, NameFinding name) =>
        name.Agreement == NameAgreement.Weak && _model.Shared.IsOnlyHolder(identifier, contact, NameFolder.Fold(user.FullName!));

    private void AddListing(List<Evidence> evidence, ListedPerson person)
    {
        if (person.Chat is null)
        {
            evidence.Add(_model.Weights["listing.contact"]);
            return;
        }
        evidence.Add(_model.Weights["listing.chat"]);
        if (person.Chat.LastActivity is not { } last)
            return;
        var days = (_now - last).TotalDays;
        if (days < Recent)
            evidence.Add(_model.Weights["listing.recent"]);
        else if (days > Stale)
            evidence.Add(_model.Weights["listing.stale"]);
    }

    private static int OtherIdentifiers(Contact contact, Identifier identifier, AccountListing listing, ListedPerson person)
    {
        var count = 0;
        foreach (var given in contact.Identifiers)
        {
            if (given.Identifier != identifier && !string.Equals(given.Identifier.Value, identifier.Value, StringComparison.Ordinal) && listing.Find(given.Identifier).Contains(person))
                count++;
        }
        return count;
    }

    // A person can have two entries, an old number's and the new one's; the one whose name agrees is the contact only when the other's conflicts.
    private ListingMatch Several(Contact contact, ContactNames names, Account account, AccountListing listing, List<(ListedPerson Person, Identifier Identifier)> found)
    {
        (ListedPerson Person, Identifier Identifier)? agreeing = null;
        foreach (var one in found)
        {
            var name = _persons.Compare(names, one.Person.User);
            if (name.IsConflict)
                continue;
            if (name.Agreement != NameAgreement.Strong || agreeing is not null)
                return new ListingMatch(null, null, [TwoUsers]);
            agreeing = one;
        }
        return agreeing is { } only ? Judge(contact, names, account, listing, only) : new ListingMatch(null, null, [TwoUsers]);
    }

    private ListingMatch? MatchByName(Contact contact, ContactNames names, Account account, AccountListing listing)
    {
        if (!IsTiedTo(contact, account.Network))
            return null;
        var named = listing.FindByName(names.Own);
        if (named.Count != 1)
            return null;
        // The person is shown for a decision; a name by itself never resolves anybody.
        return new ListingMatch(named[0], null, [_model.Weights["listing.chat"], NameOnly]);
    }

    private static bool IsTiedTo(Contact contact, string network)
    {
        foreach (var given in contact.Identifiers)
        {
            if (string.Equals(given.Identifier.Network, network, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
