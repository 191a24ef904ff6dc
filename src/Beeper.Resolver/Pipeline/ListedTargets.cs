using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Finds the chats that listings show for the target of a start: by the contact it was made for, else by the keys of everybody listed, since
/// the store keeps only the target's digest.
/// </summary>
internal sealed class ListedTargets
{
    private readonly Dictionary<string, Contact> _contacts;
    private readonly IReadOnlyDictionary<string, AccountListing> _listings;
    private readonly Dictionary<string, ILookup<string, string>> _keys = new(StringComparer.Ordinal);

    public ListedTargets(IReadOnlyList<StoredContact> contacts, IReadOnlyDictionary<string, AccountListing> listings)
    {
        _contacts = contacts.ToDictionary(static one => one.Contact.Key, static one => one.Contact, StringComparer.Ordinal);
        _listings = listings;
    }

    /// <summary>The IDs of the chats with exactly the person asked for.</summary>
    public IReadOnlyList<string> Find(StartOperation operation)
    {
        var listing = _listings[operation.AccountId];
        if (_contacts.TryGetValue(operation.ContactKey, out var contact) && Target(operation, contact) is { } target)
            return [.. listing.Find(target).Where(static person => person.Chat is not null).Select(static person => person.Chat!.Id).Distinct(StringComparer.Ordinal)];
        if (!_keys.TryGetValue(operation.AccountId, out var keys))
            _keys[operation.AccountId] = keys = Keys(operation.AccountId, listing);
        return [.. keys[Convert.ToHexString(operation.TargetKey)].Distinct(StringComparer.Ordinal)];
    }

    private static Identifier? Target(StartOperation operation, Contact contact)
    {
        foreach (var given in contact.Identifiers)
        {
            if (TargetKey.Of(operation.AccountId, given.Identifier).AsSpan().SequenceEqual(operation.TargetKey))
                return given.Identifier;
        }
        return null;
    }

    private static ILookup<string, string> Keys(string accountId, AccountListing listing) => listing.People
        .Where(static person => person.Chat is not null)
        .SelectMany(static person => Identifiers(person.User).Select(identifier => (Identifier: identifier, ChatId: person.Chat!.Id)))
        .ToLookup(one => Convert.ToHexString(TargetKey.Of(accountId, one.Identifier)), static one => one.ChatId, StringComparer.Ordinal);

    private static IEnumerable<Identifier> Identifiers(NetworkUser user)
    {
        yield return new Identifier(IdentifierKind.UserId, user.Id);
        if (user.PhoneNumber is { } phone)
            yield return new Identifier(IdentifierKind.Phone, phone);
        if (user.Email is { } email)
            yield return new Identifier(IdentifierKind.Email, email);
        if (user.Username is { } username)
            yield return new Identifier(IdentifierKind.Username, username.TrimStart('@'));
    }
}
