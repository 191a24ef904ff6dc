using Beeper.Resolver.Desktop;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Settles starts of unknown outcome by look-ups: the account's listing shows the chat with exactly the person asked for, or the chat's history
/// shows the message. Only a start nobody can see may be sent again after a miss; one that may have invited or carried text waits for a person
/// once twice the time of an attempt has passed.
/// </summary>
/// <param name="store">The store; the caller holds its run lock.</param>
/// <param name="desktop">The client; only GETs are sent.</param>
/// <param name="time">The clock.</param>
internal sealed class Reconciliation(ResolutionStore store, DesktopClient desktop, TimeProvider time)
{
    private const string Several = "several_chats";
    private const string NotSeen = "not_seen";
    private const string Undetermined = "undetermined";

    // Clocks of this machine and of a network may differ by so much.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Settles what the look-ups can settle.</summary>
    /// <returns>How many are resolved, how many may be sent again, and how many stay open.</returns>
    public async Task<(int Resolved, int Reopened, int Open)> SettleAsync(
        IReadOnlyList<StoredContact> contacts, IReadOnlyList<Account> accounts, IReadOnlyDictionary<string, AccountListing> listings, CancellationToken cancellationToken)
    {
        var (resolved, reopened, open) = (0, 0, 0);
        var unsettled = store.Operations.Unsettled();
        if (unsettled.Count == 0)
            return default;
        var targets = new ListedTargets(contacts, listings);
        var byId = accounts.ToDictionary(static account => account.Id, StringComparer.Ordinal);
        foreach (var operation in unsettled)
        {
            var isSettled = false;
            if (operation.State == OperationState.Unknown && byId.TryGetValue(operation.AccountId, out var account) && listings.ContainsKey(operation.AccountId))
            {
                store.Unsettled.LookUp(operation.Id, _owner);
                isSettled = await SettleAsync(operation, account, targets, cancellationToken);
                var state = store.Operations.Find(operation.Id).State;
                resolved += state == OperationState.Resolved ? 1 : 0;
                reopened += state == OperationState.Pending ? 1 : 0;
            }
            open += isSettled ? 0 : 1;
        }
        return (resolved, reopened, open);
    }

    // Whether it needs neither another look-up nor a person.
    private async Task<bool> SettleAsync(StartOperation operation, Account account, ListedTargets targets, CancellationToken cancellationToken)
    {
        try
        {
            if (store.Outbox.ChatOf(operation.Id) is { } outboxChat)
                return await SettleMessageAsync(operation, account, outboxChat, cancellationToken);
            var chats = targets.Find(operation);
            if (chats.Count > 1)
                return Doubt(operation, Several, contradicted: true);
            if (chats.Count == 1 && operation.Effect == StartEffect.E3)
                return await SettleMessageAsync(operation, account, chats[0], cancellationToken);
            if (chats.Count == 1)
                return Prove(operation, chats[0]);
            if (operation.Effect != StartEffect.E1)
                return IsPastGrace(operation) ? Doubt(operation, NotSeen, contradicted: false) : Postpone(operation);
            if (operation.Attempt >= Transitions.MostAttempts)
                return Doubt(operation, Undetermined, contradicted: false);
            store.Unsettled.Disprove(operation.Id, _owner);
            return true;
        }
        catch (OperationCanceledException)
        {
            Postpone(operation);
            throw;
        }
    }

    private async Task<bool> SettleMessageAsync(StartOperation operation, Account account, string chatId, CancellationToken cancellationToken)
    {
        var since = operation.StartedAt - Skew;
        try
        {
            // The chat held no message of ours before this one was sent, so one since then proves it.
            var history = await desktop.ReadHistoryAsync(chatId, message => message.MayBeOwn(account) && (message.At is null || message.At >= since), cancellationToken);
            if (history.Found is not null)
                return Prove(operation, chatId);
        }
        catch (Exception error) when (error is DesktopApiException { IsAuthorization: false } or DesktopUnreachableException)
        {
            return Postpone(operation);
        }
        return IsPastGrace(operation) ? Doubt(operation, NotSeen, contradicted: false) : Postpone(operation);
    }

    private DateTimeOffset GraceEnd => time.GetUtcNow() - (desktop.StartTimeout * 2);

    private bool IsPastGrace(StartOperation operation) => operation.StartedAt <= GraceEnd;

    private bool Prove(StartOperation operation, string chatId)
    {
        store.Unsettled.Prove(operation.Id, _owner, chatId);
        return true;
    }

    private bool Doubt(StartOperation operation, string reason, bool contradicted)
    {
        store.Unsettled.Doubt(operation.Id, _owner, reason, contradicted, GraceEnd);
        return false;
    }

    private bool Postpone(StartOperation operation)
    {
        store.Unsettled.Postpone(operation.Id, _owner);
        return false;
    }
}
