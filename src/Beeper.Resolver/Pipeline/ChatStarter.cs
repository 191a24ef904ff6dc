using System.Security.Cryptography;
using System.Text;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Starts one chat: written ahead in the store before the first byte leaves, settled after the answer, one at a time per account.
/// A target that the store already knows as resolved, unsettled or not found is not asked again.
/// </summary>
internal sealed class ChatStarter(DesktopClient desktop, ResolutionStore store, NetworkCatalog networks, StartAnswers answers, Pacer pacer, ResolveOptions options, TimeProvider time, string owner)
{
    private int _sent;

    /// <summary>Starts sent by this run.</summary>
    public int Sent => _sent;

    /// <summary>The resolution of one candidate; outcome not found or failed lets the caller try the next one.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="lane">The account.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="seen">The person a listing or look-up showed for it, or null.</param>
    /// <param name="judged">The resolution so far.</param>
    /// <param name="stop">How the run is stopped.</param>
    public async Task<Resolution> StartAsync(Contact contact, AccountLane lane, Candidate candidate, NetworkUser? seen, Resolution judged, StopSignal stop)
    {
        await lane.Gate.WaitAsync(stop.Claiming);
        try
        {
            var operation = store.Operations.Prepare(lane.Account.Id, TargetKey.Of(lane.Account.Id, candidate.Identifier), contact.Key, Effect);
            if (answers.FromStore(operation, judged, options.Refresh || options.RetryFailed) is { } known)
                return known;
            if (lane.Closed is { } closed)
                return StartAnswers.Left(judged, closed);
            if (options.MaxNewChats is { } most && Volatile.Read(ref _sent) >= most)
                return StartAnswers.Left(judged, PlanEvidence.Limit);
            if (!await pacer.WaitAsync(lane.Account, candidate.Identifier.Kind, stop.Claiming))
                return StartAnswers.Left(judged, PlanEvidence.Budget);
            stop.Claiming.ThrowIfCancellationRequested();
            return await SendAsync(contact, lane, candidate, seen, judged, operation, stop);
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    private StartEffect Effect => options.AllowInvite ? StartEffect.E2 : StartEffect.E1;

    private async Task<Resolution> SendAsync(Contact contact, AccountLane lane, Candidate candidate, NetworkUser? seen, Resolution judged, StartOperation operation, StopSignal stop)
    {
        var request = new StartRequest(lane.Account.Id, Payload(candidate.Identifier, lane.Account, seen, contact.Name)) { AllowInvite = options.AllowInvite };
        var endpoint = await desktop.StartEndpointAsync(stop.Aborting);
        if (operation.State is not (OperationState.Pending or OperationState.Deferred))
            store.Operations.Reopen(operation.Id, Effect);
        store.Operations.Claim(operation.Id, owner);
        var attempt = store.Operations.Begin(operation.Id, owner, new StartIntent(endpoint, options.AllowInvite, HasText: false, Digest(request)));
        Interlocked.Increment(ref _sent);
        var result = await StartedChat.WithParticipantsAsync(desktop, await desktop.StartAsync(request, stop.Aborting), stop.Aborting);
        var settlement = StartAnswers.Settlement(result, networks[lane.Account.Network], time.GetUtcNow());
        var started = result.Kind == StartResultKind.Started ? answers.Judge(contact, lane, candidate.Identifier, seen, judged, result) : null;
        if (started is { Outcome: Outcome.Held })
            settlement = settlement with { State = OperationState.Review, Reason = StartAnswers.Mismatch };
        store.Operations.Settle(operation.Id, owner, attempt, settlement);
        if (result.Kind is StartResultKind.Unknown or StartResultKind.NotSent)
            lane.Fail();
        else
            lane.Succeed();
        return (started ?? answers.Judge(contact, lane, candidate.Identifier, seen, judged, result)) with { Starts = 1 };
    }

    // A network that finds a kind by search only is started with the ID the search gave.
    private UserPayload Payload(Identifier identifier, Account account, NetworkUser? seen, string name) =>
        seen is not null && !networks[account.Network].Accepts.Contains(identifier.Kind)
            ? UserPayload.For(new Identifier(IdentifierKind.UserId, seen.Id), name)
            : UserPayload.For(identifier, name);

    private static byte[] Digest(StartRequest request) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', request.AccountId, request.User.Id, request.User.PhoneNumber, request.User.Email, request.User.Username, request.User.FullName, request.AllowInvite)));
}
