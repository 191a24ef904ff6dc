using System.Collections.Concurrent;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Which chats and people the contacts of a store lead to, so that two contacts on one chat are reported on both and nobody is started
/// twice under two rows. Thread-safe.
/// </summary>
internal sealed class ReachedPeople
{
    private readonly ConcurrentDictionary<(string AccountId, string ChatId), string> _contactOfChat = new();
    private readonly ConcurrentDictionary<(string AccountId, string UserId), (string ContactKey, string ChatId)> _chatOfUser = new();

    public ReachedPeople(ILookup<string, StoredResolution> known)
    {
        foreach (var stored in known.SelectMany(static one => one))
            _ = Add(stored.Resolution);
    }

    /// <summary>Takes in a resolution.</summary>
    /// <returns>The key of another contact that leads to the same chat, or null.</returns>
    public string? Add(Resolution resolution)
    {
        if (resolution is not { Outcome: Outcome.Resolved, Account: { } account, ChatId: { } chatId })
            return null;
        if (resolution.User is { } user)
            _chatOfUser.TryAdd((account.Id, user.Id), (resolution.ContactKey, chatId));
        var first = _contactOfChat.GetOrAdd((account.Id, chatId), resolution.ContactKey);
        return first == resolution.ContactKey ? null : first;
    }

    /// <summary>The chat with a person that another contact led to, or null.</summary>
    public string? ChatOf(string accountId, string userId, string contactKey) =>
        _chatOfUser.TryGetValue((accountId, userId), out var reached) && reached.ContactKey != contactKey ? reached.ChatId : null;
}
