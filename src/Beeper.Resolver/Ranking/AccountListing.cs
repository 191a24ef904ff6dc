using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// The people one account already knows, indexed by user ID, phone, e-mail, handle and full name, so that a contact is matched without a
/// request. Phones are compared as whole E.164 numbers, on WhatsApp modulo the digits its older IDs carry or lack; never by a suffix.
/// </summary>
public sealed class AccountListing
{
    private readonly NetworkProfile _profile;
    private readonly Dictionary<string, ListedPerson> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<(IdentifierKind Kind, string Value), List<string>> _index = [];
    private readonly Dictionary<string, List<string>> _byName = new(StringComparer.Ordinal);

    /// <summary>Indexes the direct chats and the contact list of an account.</summary>
    public AccountListing(Account account, NetworkProfile profile, IEnumerable<DirectChat> chats, IEnumerable<NetworkUser> contacts)
    {
        _profile = profile;
        foreach (var chat in chats)
        {
            if (OtherParticipant(chat, account) is { } other)
                Add(other, chat, inContacts: false);
        }
        foreach (var user in contacts)
        {
            if (IsOwn(user, account))
                continue;
            Add(user, null, inContacts: true);
            HasContacts = true;
        }
        foreach (var (id, person) in _people)
            Index(id, person);
    }

    /// <summary>Everybody the account knows.</summary>
    public IReadOnlyCollection<ListedPerson> People => _people.Values;

    /// <summary>Whether the account's contact list was read and has people.</summary>
    public bool HasContacts { get; private set; }

    /// <summary>The people behind an identifier, in the order of their IDs; more than one where the network lists it twice.</summary>
    public IReadOnlyList<ListedPerson> Find(Identifier identifier)
    {
        if (identifier.Network is not null && !string.Equals(identifier.Network, _profile.Key, StringComparison.Ordinal))
            return [];
        var found = _index.GetValueOrDefault((identifier.Kind, Form(identifier.Kind, identifier.Value)));
        if (identifier.Kind == IdentifierKind.Phone && _profile.PhoneVariants)
        {
            foreach (var variant in PhoneVariants.Of(identifier.Value))
                found = Union(found, _index.GetValueOrDefault((IdentifierKind.Phone, variant.Value)));
        }
        return found is null ? [] : [.. found.Select(id => _people[id])];
    }

    /// <summary>The people with a chat whose full name has exactly these words, in any order.</summary>
    public IReadOnlyList<ListedPerson> FindByName(FoldedName name) =>
        name.Tokens.Count > 1 && _byName.TryGetValue(NameFrequencies.Key(name), out var ids) ? [.. ids.Select(id => _people[id])] : [];

    /// <summary>The participant who is not the account's owner; null where the chat does not show exactly one.</summary>
    internal static NetworkUser? OtherParticipant(DirectChat chat, Account account)
    {
        NetworkUser? other = null;
        foreach (var user in chat.Participants)
        {
            if (IsOwn(user, account))
                continue;
            if (other is not null)
                return null;
            other = user;
        }
        return other;
    }

    private static bool IsOwn(NetworkUser user, Account account) => user.IsSelf || string.Equals(user.Id, account.User?.Id, StringComparison.Ordinal);

    private static List<string>? Union(List<string>? ids, List<string>? more)
    {
        if (ids is null || more is null)
            return ids ?? more;
        return [.. new SortedSet<string>([.. ids, .. more], StringComparer.Ordinal)];
    }

    private void Add(NetworkUser user, DirectChat? chat, bool inContacts)
    {
        if (_people.TryGetValue(user.Id, out var known))
        {
            var newer = known.Chat is null || chat?.LastActivity > known.Chat.LastActivity ? chat ?? known.Chat : known.Chat;
            _people[user.Id] = known with { User = Fuller(known.User, user), Chat = newer, InContacts = known.InContacts || inContacts };
        }
        else
        {
            _people[user.Id] = new ListedPerson(user, chat, inContacts);
        }
    }

    private static NetworkUser Fuller(NetworkUser known, NetworkUser user) => known with
    {
        FullName = known.FullName ?? user.FullName,
        Username = known.Username ?? user.Username,
        PhoneNumber = known.PhoneNumber ?? user.PhoneNumber,
        Email = known.Email ?? user.Email,
        CannotMessage = known.CannotMessage || user.CannotMessage,
    };

    private void Index(string id, ListedPerson person)
    {
        var user = person.User;
        Put(IdentifierKind.UserId, user.Id, id);
        Put(IdentifierKind.Phone, user.PhoneNumber, id);
        Put(IdentifierKind.Email, user.Email, id);
        Put(IdentifierKind.Username, user.Username, id);
        if (!_profile.MatchesByName || person.Chat is null || string.IsNullOrWhiteSpace(user.FullName))
            return;
        var name = NameFolder.Fold(user.FullName);
        if (name.Tokens.Count < 2 || !name.IsPerson)
            return;
        var key = NameFrequencies.Key(name);
        if (!_byName.TryGetValue(key, out var ids))
            _byName[key] = ids = [];
        ids.Add(id);
    }

    private void Put(IdentifierKind kind, string? value, string id)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;
        var form = Form(kind, value);
        if (!_index.TryGetValue((kind, form), out var ids))
            _index[(kind, form)] = ids = [];
        var place = ids.BinarySearch(id, StringComparer.Ordinal);
        if (place < 0)
            ids.Insert(~place, id);
    }

    private static string Form(IdentifierKind kind, string value) => kind switch
    {
        IdentifierKind.UserId => value,
        IdentifierKind.Phone => value.AsSpan(1).ContainsAnyExceptInRange('0', '9') || value[0] != '+' ? string.Concat(value.Where(static c => c == '+' || char.IsAsciiDigit(c))) : value,
        IdentifierKind.Username => value.TrimStart('@').ToLowerInvariant(),
        _ => value.ToLowerInvariant(),
    };
}
