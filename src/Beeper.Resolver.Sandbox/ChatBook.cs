using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.Sandbox;

/// <summary>
/// The chats of a sandbox: those the population comes with and those that were made. A chat's ID is a stable function of account and person.
/// Made chats are appended to the state file before they are answered, so that a kill loses nothing. Thread-safe.
/// </summary>
internal sealed class ChatBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChatRecord> _chats = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), PersonCounters> _counters = [];
    private readonly string? _stateFile;
    private readonly TimeProvider _time;
    private int _starts;
    private int _created;
    private int _firstMessages;

    public ChatBook(Population population, string? stateFile, TimeProvider time)
    {
        _stateFile = stateFile;
        _time = time;
        foreach (var person in population.People)
        {
            if (person.Chat is { } chat)
                Put(new ChatRecord { Id = SingleId(person.AccountId, person.Id), AccountId = person.AccountId, Type = "single", ParticipantIds = [person.Id], Title = person.FullName, LastActivity = chat.LastActivity });
        }
        if (stateFile is not null && File.Exists(stateFile))
            Load(stateFile);
    }

    public ChatRecord? Find(string id)
    {
        lock (_gate)
            return _chats.GetValueOrDefault(id);
    }

    public ChatRecord? FindSingle(string accountId, string personId) => Find(SingleId(accountId, personId));

    /// <summary>All chats, most recent activity first.</summary>
    public List<ChatRecord> All()
    {
        lock (_gate)
            return [.. _chats.Values.OrderByDescending(static chat => chat.LastActivity ?? DateTimeOffset.MinValue).ThenBy(static chat => chat.Id, StringComparer.Ordinal)];
    }

    /// <summary>The direct chat with a person, made if it is missing, with a first message delivered if there is one.</summary>
    public (ChatRecord Chat, bool Created) Single(string accountId, Person person, string? text)
    {
        lock (_gate)
        {
            var counters = Counters(accountId, person.Id);
            counters.Starts++;
            _starts++;
            var id = SingleId(accountId, person.Id);
            var created = !_chats.TryGetValue(id, out var chat);
            chat ??= new ChatRecord { Id = id, AccountId = accountId, Type = "single", ParticipantIds = [person.Id], Title = person.FullName };
            if (created)
            {
                counters.Created++;
                _created++;
            }
            chat = Deliver(chat, text);
            if (created || text is not null)
                Keep(chat);
            return (chat, created);
        }
    }

    public ChatRecord Group(string accountId, IReadOnlyList<string> participantIds, string? title, string? text)
    {
        lock (_gate)
        {
            _starts++;
            _created++;
            var id = $"!group_{Hash(accountId, string.Join(',', participantIds.Order(StringComparer.Ordinal)) + "\n" + title + "\n" + _chats.Count)}:sandbox.local";
            var chat = Deliver(new ChatRecord { Id = id, AccountId = accountId, Type = "group", ParticipantIds = participantIds, Title = title }, text);
            Keep(chat);
            return chat;
        }
    }

    public void Send(ChatRecord chat, string text)
    {
        lock (_gate)
            Keep(Deliver(_chats[chat.Id], text));
    }

    public SandboxCounters Snapshot(IReadOnlyDictionary<string, int> requests)
    {
        lock (_gate)
            return new SandboxCounters(requests, _starts, _created, _firstMessages, [.. _counters.Values.Select(static one => one with { })]);
    }

    private ChatRecord Deliver(ChatRecord chat, string? text)
    {
        if (text is null)
            return chat;
        foreach (var participant in chat.ParticipantIds)
        {
            var counters = Counters(chat.AccountId, participant);
            counters.Messages++;
            counters.FirstMessages += chat.Sent.Count == 0 ? 1 : 0;
        }
        _firstMessages += chat.Sent.Count == 0 ? 1 : 0;
        return chat with { Sent = [.. chat.Sent, text], LastActivity = _time.GetUtcNow() };
    }

    private void Keep(ChatRecord chat)
    {
        if (_stateFile is not null)
            File.AppendAllText(_stateFile, JsonSerializer.Serialize(chat, JsonSerializerOptions.Web) + "\n");
        Put(chat);
    }

    private void Put(ChatRecord chat) => _chats[chat.Id] = chat;

    private void Load(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            // The last line may be cut by a kill while it was written; its chat was never answered.
            if (!line.EndsWith('}'))
                continue;
            Put(SandboxFile.Parse<ChatRecord>($"{path}, record {number}", line, "a chat"));
        }
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
