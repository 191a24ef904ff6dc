using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Looks for a contact among the people an account already knows. Two identifiers that lead to two people, a conflicting name, or an
/// identifier that people with other names share and whose owner's name does not settle it, are held.
/// </summary>
public sealed class ListingMatcher(NetworkCatalog networks, RankingWeights weights, SharedIdentifiers shared)
{
    private static readonly Evidence TwoUsers = new("hold.two_users", 0, "two identifiers lead to two people on this account");
    private static readonly Evidence Shared = new("hold.shared", 0, "contacts with other names have the same one");
    private static readonly Evidence ByName = new("listing.name", 0, "an existing chat with exactly this full name, the only one");

    /// <summary>The match, or null when the listing does not know the contact.</summary>
    public ListingMatch? Match(Contact contact, Account account, AccountListing listing)
    {
        var found = new Dictionary<string, (ListedPerson Person, Identifier Identifier)>(StringComparer.Ordinal);
        foreach (var given in contact.Identifiers)
        {
            foreach (var person in listing.Find(given.Identifier))
                found.TryAdd(person.User.Id, (person, given.Identifier));
        }
        return found.Count switch
        {
            0 => networks[account.Network].MatchesByName ? MatchByName(contact, account, listing) : null,
            1 => Judge(contact, found.Values.First()),
            _ => Several(contact, [.. found.Values]),
        };
    }

    private ListingMatch Judge(Contact contact, (ListedPerson Person, Identifier Identifier) match)
    {
        var (person, identifier) = match;
        var evidence = new List<Evidence>();
        if (person.Chat is not null)
            evidence.Add(weights["listing.chat"]);
        else if (person.InContacts)
            evidence.Add(weights["listing.contact"]);
        var name = PersonCheck.Compare(contact, person.User, weights);
        if (name is not null)
            evidence.Add(name);
        if (shared.Of(identifier) == SharedIdentifier.Conflicting && name?.Id is not ("lookup.name.strong" or "lookup.name.compatible" or "hold.name_conflict"))
            evidence.Add(Shared);
        return new ListingMatch(person, identifier, evidence);
    }

    // A person can have two entries, an old number's and the new one's; the one whose name agrees is the contact only when the other's conflicts.
    private ListingMatch Several(Contact contact, List<(ListedPerson Person, Identifier Identifier)> found)
    {
        var agreeing = found.Where(one => one.Person.User.FullName is { } name && PersonCheck.Agreement(contact, name) == NameAgreement.Strong).ToList();
        var others = found.Except(agreeing).ToList();
        return agreeing.Count == 1 && others.All(one => one.Person.User.FullName is { } name && PersonCheck.Agreement(contact, name) == NameAgreement.Conflict)
            ? Judge(contact, agreeing[0])
            : new ListingMatch(null, null, [TwoUsers]);
    }

    private ListingMatch? MatchByName(Contact contact, Account account, AccountListing listing)
    {
        if (!contact.Identifiers.Any(given => string.Equals(given.Identifier.Network, account.Network, StringComparison.Ordinal)) || NameFolder.Fold(contact.Name).Tokens.Count < 2)
            return null;
        var named = listing.People.Where(person => person.Chat is not null && person.User.FullName is { } name
            && NameComparer.Compare(NameFolder.Fold(contact.Name), NameFolder.Fold(name)) == NameAgreement.Strong).Take(2).ToList();
        return named.Count == 1 ? new ListingMatch(named[0], null, [weights["listing.chat"], ByName]) : null;
    }
}
