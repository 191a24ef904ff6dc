using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Sandbox;

/// <summary>
/// The chats of a sandbox: those the population comes with and those that were made. A chat's ID is a stable function of account and person.
/// Made chats are written to the state file before they are answered, so that a kill loses nothing. Thread-safe.
/// </summary>
internal sealed class ChatBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChatRecord> _chats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idsByLocalId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ChatRecord>> _listings = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), PersonCounters> _counters = [];
    private readonly ChatFile? _file;
    private readonly TimeProvider _time;
    private int _starts;
    private int _created;
    private int _firstMessages;

    public ChatBook(Population population, string? stateFile, TimeProvider time)
    {
        _file = stateFile is null ? null : new ChatFile(stateFile);
        _time = time;
        foreach (var person in population.People)
        {
            if (person.Chat is { } chat)
                Put(new ChatRecord { Id = SingleId(person.AccountId, person.Id), AccountId = person.AccountId, Type = "single", ParticipantIds = [person.Id], Title = person.FullName, LastActivity = chat.LastActivity });
        }
        foreach (var chat in _file?.Read() ?? [])
            Put(chat);
    }

    /// <summary>A chat by its ID or by the one this installation has for it.</summary>
    public ChatRecord? Find(string id)
    {
        lock (_gate)
            return _chats.GetValueOrDefault(_idsByLocalId.GetValueOrDefault(id) ?? id);
    }

    public ChatRecord? FindSingle(string accountId, string personId) => Find(SingleId(accountId, personId));

    /// <summary>The chats of the accounts, most recent activity first.</summary>
    public IReadOnlyList<ChatRecord> Of(IEnumerable<string> accountIds)
    {
        var accounts = accountIds.Order(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var key = string.Join('\n', accounts);
        lock (_gate)
        {
            if (!_listings.TryGetValue(key, out var listing))
            {
                _listings[key] = listing = [.. _chats.Values.Where(chat => accounts.Contains(chat.AccountId))
                    .OrderByDescending(static chat => chat.LastActivity ?? DateTimeOffset.MinValue).ThenBy(static chat => chat.Id, StringComparer.Ordinal)];
            }
            return listing;
        }
    }

    /// <summary>Counts a start or create that names a person, whatever becomes of it.</summary>
    public void CountStart(string accountId, string personId)
    {
        lock (_gate)
        {
            _starts++;
            Counters(accountId, personId).Starts++;
        }
    }

    /// <summary>Counts a start or create that names nobody, or several people.</summary>
    public void CountStart()
    {
        lock (_gate)
            _starts++;
    }

    /// <summary>The direct chat with a person, made if it is missing, with a first message delivered if there is one.</summary>
    public (ChatRecord Chat, bool Created) Single(string accountId, Person person, string? text)
    {
        lock (_gate)
        {
            var id = SingleId(accountId, person.Id);
            var created = !_chats.TryGetValue(id, out var chat);
            chat ??= new ChatRecord { Id = id, AccountId = accountId, Type = "single", ParticipantIds = [person.Id], Title = person.FullName };
            if (created)
            {
                Counters(accountId, person.Id).Created++;
                _created++;
            }
            chat = Deliver(chat, text, isFirst: true);
            return (created || text is not null ? Keep(chat) : chat, created);
        }
    }

    public ChatRecord Group(string accountId, IReadOnlyList<string> participantIds, string? title, string? text)
    {
        lock (_gate)
        {
            _created++;
            var id = $"!group_{Hash(accountId, string.Join(',', participantIds.Order(StringComparer.Ordinal)) + "\n" + title + "\n" + _chats.Count)}:sandbox.local";
            return Keep(Deliver(new ChatRecord { Id = id, AccountId = accountId, Type = "group", ParticipantIds = participantIds, Title = title }, text, isFirst: true));
        }
    }

    /// <summary>The chat with one more message of its owner.</summary>
    public ChatRecord Send(string chatId, string text)
    {
        lock (_gate)
            return Keep(Deliver(_chats[chatId], text, isFirst: false));
    }

    public SandboxCounters Snapshot(IReadOnlyDictionary<string, int> requests)
    {
        lock (_gate)
            return new SandboxCounters(requests, _starts, _created, _firstMessages, [.. _counters.Values.Select(static one => one with { })]);
    }

    private ChatRecord Deliver(ChatRecord chat, string? text, bool isFirst)
    {
        if (text is null)
            return chat;
        foreach (var participant in chat.ParticipantIds)
        {
            var counters = Counters(chat.AccountId, participant);
            counters.Messages++;
            counters.FirstMessages += isFirst ? 1 : 0;
        }
        _firstMessages += isFirst ? 1 : 0;
        return chat with { Sent = [.. chat.Sent, text], LastActivity = _time.GetUtcNow() };
    }

    private ChatRecord Keep(ChatRecord chat)
    {
        _file?.Append(chat);
        return Put(chat);
    }

    // The installation's own ID counts chats in the order in which this server first knew them, as the app's does: it is stable here only.
    private ChatRecord Put(ChatRecord chat)
    {
        chat = chat with { LocalId = _chats.GetValueOrDefault(chat.Id)?.LocalId ?? (_chats.Count + 1).ToString(CultureInfo.InvariantCulture) };
        _chats[chat.Id] = chat;
        _idsByLocalId[chat.LocalId] = chat.Id;
        _listings.Clear();
        return chat;
    }

    private PersonCounters Counters(string accountId, string personId)
    {
        if (!_counters.TryGetValue((accountId, personId), out var counters))
            _counters[(accountId, personId)] = counters = new PersonCounters(accountId, personId);
        return counters;
    }

    private static string SingleId(string accountId, string personId) => $"!{Hash(accountId, personId)}:sandbox.local";

    private static string Hash(string accountId, string person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}\n{person}")))[..20];
}
