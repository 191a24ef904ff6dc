namespace Beeper.Resolver.Ranking;

/// <summary>
/// The listed people that several contacts lead to: two rows that are one person, or one that has the other's number. They are reported on
/// both, never merged by it.
/// </summary>
public sealed class SharedPeople
{
    private readonly HashSet<(string AccountId, string UserId)> _shared = [];

    /// <summary>Finds them; linear in contacts and accounts.</summary>
    public SharedPeople(IReadOnlyList<Contact> contacts, IReadOnlyDictionary<string, AccountListing> listings)
    {
        var first = new Dictionary<(string AccountId, string UserId), int>();
        foreach (var (accountId, listing) in listings)
        {
            if (listing.People.Count == 0)
                continue;
            for (var index = 0; index < contacts.Count; index++)
            {
                foreach (var given in contacts[index].Identifiers)
                {
                    foreach (var person in listing.Find(given.Identifier))
                    {
                        if (!first.TryAdd((accountId, person.User.Id), index) && first[(accountId, person.User.Id)] != index)
                            _shared.Add((accountId, person.User.Id));
                    }
                }
            }
        }
    }

    /// <summary>Whether more than one contact leads to the person.</summary>
    public bool IsShared(string accountId, string userId) => _shared.Contains((accountId, userId));
}
