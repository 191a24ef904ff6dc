using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// The people one account already knows, indexed by user ID, phone, e-mail and handle, so that a contact is matched without a request.
/// Phones are compared as whole E.164 numbers, on WhatsApp modulo the digits its older IDs carry or lack; never by a suffix.
/// </summary>
public sealed class AccountListing
{
    private readonly NetworkProfile _profile;
    private readonly Dictionary<string, ListedPerson> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<(IdentifierKind Kind, string Value), List<string>> _index = [];

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
            if (!IsOwn(user, account))
                Add(user, null, inContacts: true);
        }
        foreach (var (id, person) in _people)
            Index(id, person.User);
    }

    /// <summary>Everybody the account knows.</summary>
    public IReadOnlyCollection<ListedPerson> People => _people.Values;

    /// <summary>The people behind an identifier; more than one where the network lists it twice.</summary>
    public IReadOnlyList<ListedPerson> Find(Identifier identifier)
    {
        if (identifier.Network is not null && !string.Equals(identifier.Network, _profile.Key, StringComparison.Ordinal))
            return [];
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var value in Forms(identifier.Kind, identifier.Value))
            ids.UnionWith(_index.GetValueOrDefault((identifier.Kind, value)) ?? []);
        return [.. ids.Select(id => _people[id])];
    }

    /// <summary>The participant who is not the account's owner; null where the chat does not show exactly one.</summary>
    internal static NetworkUser? OtherParticipant(DirectChat chat, Account account)
    {
        var others = chat.Participants.Where(user => !IsOwn(user, account)).Take(2).ToList();
        return others.Count == 1 ? others[0] : null;
    }

    private static bool IsOwn(NetworkUser user, Account account) => user.IsSelf || string.Equals(user.Id, account.User?.Id, StringComparison.Ordinal);

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

    private void Index(string id, NetworkUser user)
    {
        Put(IdentifierKind.UserId, user.Id, id);
        Put(IdentifierKind.Phone, user.PhoneNumber, id);
        Put(IdentifierKind.Email, user.Email, id);
        Put(IdentifierKind.Username, user.Username, id);
    }

    private void Put(IdentifierKind kind, string? value, string id)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;
        var form = Form(kind, value);
        if (!_index.TryGetValue((kind, form), out var ids))
            _index[(kind, form)] = ids = [];
        ids.Add(id);
    }

    private IEnumerable<string> Forms(IdentifierKind kind, string value)
    {
        yield return Form(kind, value);
        if (kind != IdentifierKind.Phone || !_profile.PhoneVariants)
            yield break;
        foreach (var variant in PhoneVariants.Of(value))
            yield return variant.Value;
    }

    private static string Form(IdentifierKind kind, string value) => kind switch
    {
        IdentifierKind.UserId => value,
        IdentifierKind.Phone => string.Concat(value.Where(static c => c == '+' || char.IsAsciiDigit(c))),
        IdentifierKind.Username => value.TrimStart('@').ToLowerInvariant(),
        _ => value.ToLowerInvariant(),
    };
}
