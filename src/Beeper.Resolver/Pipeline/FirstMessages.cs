using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Sends a first message into the chats of resolved contacts: a step of its own after resolving, only into a chat that holds no message of the
/// owner, once per chat and once per contact for ever. Every request is written ahead; one of unknown outcome is never repeated.
/// </summary>
public sealed class FirstMessages
{
    /// <summary>The campaign of first messages; there is one, because a second text is no first message.</summary>
    public const string Campaign = "first";

    private const string Endpoint = "POST /v1/chats/{chatID}/messages";
    private const string AlreadyWritten = "already_written";

    private readonly ResolutionStore _store;
    private readonly DesktopClient _desktop;
    private readonly NetworkCatalog _networks;
    private readonly TimeProvider _time;
    private readonly StartDelivery _delivery;
    private readonly Pacer _pacer;

    /// <summary>Makes the step.</summary>
    /// <param name="store">The store; the caller holds its run lock.</param>
    /// <param name="desktop">The client.</param>
    /// <param name="careful">Whether the networks' budgets and pauses are kept.</param>
    /// <param name="networks">The networks; null for those the library ships.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="budgets">What was sent lately, shared by all that send in this process; null where this is the only one.</param>
    public FirstMessages(ResolutionStore store, DesktopClient desktop, bool careful = true, NetworkCatalog? networks = null, TimeProvider? time = null, AccountBudgets? budgets = null)
    {
        (_store, _desktop, _networks, _time) = (store, desktop, networks ?? NetworkCatalog.Default, time ?? TimeProvider.System);
        _delivery = new StartDelivery(store, desktop.GetAccountsAsync, _time, Guid.NewGuid().ToString("N"));
        _pacer = new Pacer(budgets ?? new AccountBudgets(store, _networks, _time), _time, Random.Shared, careful);
    }

    /// <summary>The messages that would be sent; nothing is requested.</summary>
    /// <param name="template">The text.</param>
    /// <param name="accounts">The accounts to use.</param>
    /// <param name="most">The most messages; null for no limit.</param>
    public FirstMessagePlan Plan(MessageTemplate template, IReadOnlyList<Account> accounts, int? most = null)
    {
        var byId = accounts.ToDictionary(static account => account.Id, StringComparer.Ordinal);
        var resolutions = _store.Resolutions.Load();
        var entered = _store.Outbox.States(Campaign);
        var messages = new List<FirstMessage>();
        var chats = new HashSet<(string, string)>();
        var (already, nameless, over) = (0, 0, 0);
        foreach (var contact in _store.Contacts.Load().Select(static stored => stored.Contact))
        {
            var chat = resolutions[contact.Key].Select(static stored => stored.Resolution)
                .Where(one => one is { Outcome: Outcome.Resolved, ChatId: not null, Account: not null } && byId.ContainsKey(one.Account.Id))
                .OrderByDescending(static one => one.Score).ThenBy(static one => one.Account!.Id, StringComparer.Ordinal).FirstOrDefault();
            if (chat is null)
                continue;
            var isOpen = !entered.TryGetValue(contact.Key, out var state) || state is OperationState.Pending or OperationState.Claimed or OperationState.Rejected;
            if (!isOpen || !chats.Add((chat.Account!.Id, chat.ChatId!)))
                already++;
            else if (template.Render(contact) is not { } text)
                nameless++;
            else if (messages.Count >= most)
                over++;
            else
                messages.Add(new FirstMessage(contact, byId[chat.Account.Id], chat.ChatId!, text));
        }
        return new FirstMessagePlan(messages, already, nameless, over);
    }

    /// <summary>Sends the messages of a plan, one after another.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="confirmed">How many messages the user agreed to; must be the plan's number.</param>
    /// <param name="stop">How the run is stopped.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ArgumentException">Another number was confirmed.</exception>
    /// <exception cref="StoreException">The store's disk has too little room to be sure of remembering what is sent.</exception>
    public async IAsyncEnumerable<FirstMessageResult> SendAsync(FirstMessagePlan plan, int confirmed, StopSignal stop, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (confirmed != plan.Messages.Count)
            throw new ArgumentException($"{confirmed} messages were confirmed, {plan.Messages.Count} are planned.", nameof(confirmed));
        _store.EnsureRoom();
        var lanes = plan.Messages.Select(static message => message.Account).DistinctBy(static account => account.Id, StringComparer.Ordinal)
            .ToDictionary(static account => account.Id, account => new AccountLane(account, _time), StringComparer.Ordinal);
        foreach (var message in plan.Messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stop.Claiming.ThrowIfCancellationRequested();
            yield return await SendAsync(message, lanes[message.Account.Id], stop);
        }
        foreach (var lane in lanes.Values)
            lane.Dispose();
    }

    /// <summary>Sends one first message that a person asks for by hand, under the same rules.</summary>
    /// <param name="account">The account.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="personKey">What names the person to the store.</param>
    /// <param name="text">The text, as it is sent.</param>
    /// <param name="stop">How it is stopped.</param>
    /// <exception cref="StoreException">The store's disk has too little room to be sure of remembering what is sent.</exception>
    public async Task<FirstMessageResult> SendOneAsync(Account account, string chatId, string personKey, string text, StopSignal stop)
    {
        _store.EnsureRoom();
        using var lane = new AccountLane(account, _time);
        return await SendAsync(new FirstMessage(new Contact { Key = personKey, Name = "", Records = [], Identifiers = [] }, account, chatId, text), lane, stop);
    }

    private async Task<FirstMessageResult> SendAsync(FirstMessage message, AccountLane lane, StopSignal stop)
    {
        var entry = _store.Outbox.Prepare(message.Account.Id, message.ChatId, Campaign, message.Contact.Key, Digest(message));
        if (entry.ChatId != message.ChatId || entry.ContactKey != message.Contact.Key || entry.Operation.State is not (OperationState.Pending or OperationState.Rejected))
            return End(message, FirstMessageOutcome.AlreadyEntered);
        if (_store.Pauses.Until(lane.Account.Id) > _time.GetUtcNow())
            lane.Close(PlanEvidence.Budget);
        if (lane.Closed is not null || !await _pacer.WaitAsync(lane.Account, IdentifierKind.UserId, stop.Claiming))
            return End(message, FirstMessageOutcome.Left);
        var id = entry.Operation.Id;
        _store.Operations.Reopen(id, StartEffect.E3);
        _store.Operations.Claim(id, _delivery.Owner);
        FirstMessageOutcome? givenUp = null;
        var intent = new StartIntent(Endpoint, AllowInvite: false, HasText: true, Digest(message));
        var (result, requests) = await _delivery.SendAsync(lane, entry.Operation, intent, MayBegin, Send, Settle, stop);
        _pacer.NoteSent(message.Account, IdentifierKind.UserId, requests);
        var outcome = givenUp ?? result?.Kind switch
        {
            StartResultKind.Started => FirstMessageOutcome.Sent,
            StartResultKind.Unknown or StartResultKind.Conflict or StartResultKind.Redirected => FirstMessageOutcome.Unknown,
            StartResultKind.Rejected or StartResultKind.NotFound => FirstMessageOutcome.Refused,
            StartResultKind.Unauthorized or StartResultKind.Forbidden => throw new DesktopApiException(result.Error!.Status ?? 401, result.Error.Code, "The token may not send messages. Make one with the write scope in Beeper under Settings > Integrations."),
            _ => FirstMessageOutcome.Left,
        };
        if (result?.Kind is StartResultKind.Redirected)
            throw new DesktopApiException(result.Error!.Status ?? 302, "redirect", result.Error.Message);
        return new FirstMessageResult(message, outcome, result?.Kind == StartResultKind.Started ? null : result?.Error, requests);

        async Task<bool> MayBegin()
        {
            givenUp = await CheckHistoryAsync(id, message, stop);
            return givenUp is null;
        }

        Task<StartResult> Send(CancellationToken cancellationToken) => _desktop.SendMessageAsync(message.Account.Id, message.ChatId, message.Text, cancellationToken);

        StartSettlement Settle(StartResult answer) => Settlement(answer, message);
    }

    // Right before the request: what the user has written meanwhile counts too. What cannot be read is no permission.
    private async Task<FirstMessageOutcome?> CheckHistoryAsync(long id, FirstMessage message, StopSignal stop)
    {
        try
        {
            var history = await _desktop.ReadHistoryAsync(message.ChatId, one => one.MayBeOwn(message.Account), stop.Claiming);
            if (history is { Found: null, IsWhole: true })
                return null;
            _store.Operations.Skip(id, _delivery.Owner, AlreadyWritten);
            return FirstMessageOutcome.NotNeeded;
        }
        catch (DesktopApiException error) when (!error.IsAuthorization)
        {
            _store.Operations.Release(id, _delivery.Owner);
            return FirstMessageOutcome.Left;
        }
    }

    private StartSettlement Settlement(StartResult answer, FirstMessage message)
    {
        var settlement = StartAnswers.Settlement(answer, _networks[message.Account.Network], _time.GetUtcNow(), StartEffect.E3);
        return settlement with
        {
            State = settlement.State == OperationState.NotFound ? OperationState.Rejected : settlement.State,
            ChatId = settlement.State == OperationState.Resolved ? message.ChatId : null,
            NotBefore = null,
        };
    }

    private static FirstMessageResult End(FirstMessage message, FirstMessageOutcome outcome) => new(message, outcome, Error: null, Requests: 0);

    private static byte[] Digest(FirstMessage message) => SHA256.HashData(Encoding.UTF8.GetBytes($"{message.ChatId}\n{message.Text}"));
}
