using System.Security.Cryptography;
using System.Text;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// One start or create that a person asks for by hand. It is written ahead and settled like those of a run, so that the same command given
/// twice starts once.
/// </summary>
/// <param name="store">The store; the caller holds its run lock.</param>
/// <param name="desktop">The client.</param>
/// <param name="networks">The networks; null for those the library ships.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class SingleStart(ResolutionStore store, DesktopClient desktop, NetworkCatalog? networks = null, TimeProvider? time = null)
{
    private readonly NetworkCatalog _networks = networks ?? NetworkCatalog.Default;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>
    /// Starts the direct chat of one identifier, without its text: a first message is a step of its own, into a known chat. Only where the network
    /// starts the chat with a first message alone, which its refusal says, is the text sent along.
    /// </summary>
    public async Task<SingleStartResult> StartAsync(Account account, Identifier identifier, StartRequest request, CancellationToken cancellationToken)
    {
        var bare = await SendAsync(request with { MessageText = null });
        return request.MessageText is not null && bare.Result.Error?.Code == StartResult.NeedsMessageCode ? await SendAsync(request) : bare;

        Task<SingleStartResult> SendAsync(StartRequest one) => this.SendAsync(
            account,
            TargetKey.Of(account.Id, identifier),
            Effect(one.MessageText, one.AllowInvite),
            Digest(one.AccountId, identifier.Value, one.User.FullName, one.MessageText, one.AllowInvite.ToString()),
            one.AllowInvite,
            one.MessageText is not null,
            () => desktop.StartAsync(one, cancellationToken),
            cancellationToken);
    }

    /// <summary>Creates a chat with known user IDs. A first message goes into a new chat only, as part of the request that creates it.</summary>
    public Task<SingleStartResult> CreateAsync(Account account, CreateRequest request, CancellationToken cancellationToken)
    {
        var people = string.Join('\n', request.ParticipantIds.Order(StringComparer.Ordinal));
        var key = request.Type == "single"
            ? TargetKey.Of(account.Id, new Identifier(IdentifierKind.UserId, request.ParticipantIds[0]))
            : Digest(account.Id, request.Type, request.Title, people);
        return SendAsync(
            account,
            key,
            Effect(request.MessageText, allowInvite: true),
            Digest(request.AccountId, request.Type, request.Title, people, request.MessageText),
            allowInvite: true,
            request.MessageText is not null,
            () => desktop.CreateAsync(request, cancellationToken),
            cancellationToken);
    }

    private async Task<SingleStartResult> SendAsync(
        Account account, byte[] key, StartEffect effect, byte[] digest, bool allowInvite, bool hasText, Func<Task<StartResult>> send, CancellationToken cancellationToken)
    {
        var operation = store.Operations.Prepare(account.Id, key, contactKey: "", effect);
        // Who was never imported is known by the target.
        var person = operation.ContactKey.Length > 0 ? operation.ContactKey : $"target:{Convert.ToHexStringLower(key)}";
        if (Known(operation) is { } known)
            return new SingleStartResult(known, person, FromStore: true, CarriedText: false);
        var owner = Guid.NewGuid().ToString("N");
        var endpoint = await desktop.StartEndpointAsync(cancellationToken);
        store.Operations.Reopen(operation.Id, effect);
        store.Operations.Claim(operation.Id, owner);
        var attempt = store.Operations.Begin(operation.Id, owner, new StartIntent(endpoint, allowInvite, hasText, digest));
        var result = await send();
        store.Operations.Settle(operation.Id, owner, attempt, StartAnswers.Settlement(result, _networks[account.Network], _time.GetUtcNow(), effect));
        var isUnclear = effect != StartEffect.E1 && result.Kind is StartResultKind.Throttled or StartResultKind.Conflict;
        return new SingleStartResult(isUnclear ? result with { Kind = StartResultKind.Unknown } : result, person, FromStore: false, CarriedText: hasText);
    }

    private static StartResult? Known(StartOperation operation) => operation.State switch
    {
        OperationState.Resolved => new StartResult(StartResultKind.Started) { ChatId = operation.ChatId, Status = operation.Status },
        OperationState.Skipped => new StartResult(StartResultKind.Rejected) { Error = new ResolutionError("dropped", "You dropped this start earlier; it is not sent again.") },
        OperationState.Unknown or OperationState.Inflight or OperationState.Reconciling or OperationState.Review => new StartResult(StartResultKind.Unknown)
        {
            Error = new ResolutionError(operation.Reason ?? "unknown", "An earlier start of the same person was never answered. Settle it with: beeper-resolver reconcile"),
        },
        _ => null,
    };

    private static StartEffect Effect(string? text, bool allowInvite) => text is not null ? StartEffect.E3 : allowInvite ? StartEffect.E2 : StartEffect.E1;

    private static byte[] Digest(params string?[] parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
}
