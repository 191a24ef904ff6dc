using System.Security.Cryptography;
using System.Text;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Starts one chat, one at a time per account. A target that the store already knows as resolved, unsettled or not found is not asked again.
/// </summary>
internal sealed class ChatStarter(DesktopClient desktop, ResolutionStore store, NetworkCatalog networks, StartAnswers answers, Pacer pacer, StartDelivery delivery, ResolveOptions options, TimeProvider time)
{
    private int _reserved;

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
            if (store.Pauses.Until(lane.Account.Id) > time.GetUtcNow())
                lane.Close(PlanEvidence.Budget);
            if (lane.Closed is { } closed)
                return StartAnswers.Left(judged, closed);
            if (!Reserve())
                return StartAnswers.Left(judged, PlanEvidence.Limit);
            var requests = 0;
            try
            {
                if (!await pacer.WaitAsync(lane.Account, candidate.Identifier.Kind, stop.Claiming))
                    return StartAnswers.Left(judged, PlanEvidence.Budget);
                stop.Claiming.ThrowIfCancellationRequested();
                var started = await SendAsync(contact, lane, candidate, seen, judged, operation, stop);
                requests = started.Starts;
                pacer.NoteSent(lane.Account, candidate.Identifier.Kind, requests);
                return started;
            }
            finally
            {
                if (requests == 0)
                    Interlocked.Decrement(ref _reserved);
            }
        }
        catch (StoreException)
        {
            // What cannot be remembered must not be sent, and whoever is next is let in at once.
            lane.Close(PlanEvidence.Paused);
            throw;
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    // Accounts work side by side, so the cap is taken before a start and given back where none was sent.
    private bool Reserve()
    {
        if (Interlocked.Increment(ref _reserved) <= (options.MaxNewChats ?? int.MaxValue))
            return true;
        Interlocked.Decrement(ref _reserved);
        return false;
    }

    private StartEffect Effect => options.AllowInvite ? StartEffect.E2 : StartEffect.E1;

    private async Task<Resolution> SendAsync(Contact contact, AccountLane lane, Candidate candidate, NetworkUser? seen, Resolution judged, StartOperation operation, StopSignal stop)
    {
        var request = new StartRequest(lane.Account.Id, Payload(candidate.Identifier, lane.Account, seen, contact.Name)) { AllowInvite = options.AllowInvite };
        var intent = new StartIntent(await desktop.StartEndpointAsync(stop.Aborting), options.AllowInvite, HasText: false, Digest(request));
        // Also says what this run's request may do, which an earlier run's did not.
        store.Operations.Reopen(operation.Id, Effect);
        store.Operations.Claim(operation.Id, delivery.Owner);
        Resolution? started = null;
        var (result, requests) = await delivery.SendAsync(lane, operation with { Effect = Effect }, intent, static () => Task.FromResult(true), Send, Settle, stop);
        if (result is null)
            return StartAnswers.Left(judged, lane.Closed ?? PlanEvidence.Paused) with { Starts = requests };
        if (result.Kind == StartResultKind.Started && !store.Operations.Find(operation.Id).StatusIsCertain)
            started = started! with { Status = null };
        return (started ?? answers.Judge(contact, lane, candidate.Identifier, seen, judged, result)) with { Starts = requests };

        async Task<StartResult> Send(CancellationToken cancellationToken)
        {
            var answer = await StartedChat.WithParticipantsAsync(desktop, await desktop.StartAsync(request, cancellationToken), cancellationToken);
            return answer.Kind == StartResultKind.Conflict ? await LookUpAsync(lane.Account, candidate.Identifier, answer, cancellationToken) : answer;
        }

        StartSettlement Settle(StartResult answer)
        {
            started = answer.Kind == StartResultKind.Started ? answers.Judge(contact, lane, candidate.Identifier, seen, judged, answer) : null;
            var settlement = StartAnswers.Settlement(answer, networks[lane.Account.Network], time.GetUtcNow(), Effect);
            return started is { Outcome: Outcome.Held } ? settlement with { State = OperationState.Review, Reason = StartAnswers.Mismatch } : settlement;
        }
    }

    // A conflict may mean that the chat is being made, or that the account is not ready: its listing tells.
    private async Task<StartResult> LookUpAsync(Account account, Identifier identifier, StartResult conflict, CancellationToken cancellationToken)
    {
        try
        {
            var listings = await new ListingReader(desktop, networks).ReadAsync([account], cancellationToken);
            var found = listings[account.Id].Find(identifier).Where(static person => person.Chat is not null).Take(2).ToList();
            return found.Count == 1
                ? new StartResult(StartResultKind.Started) { ChatId = found[0].Chat!.Id, Status = ChatStatus.Existing, Participants = found[0].Chat!.Participants }
                : conflict;
        }
        catch (Exception error) when (error is DesktopApiException or DesktopUnreachableException or OperationCanceledException)
        {
            return conflict;
        }
    }

    // A network that finds a kind by search only is started with the ID the search gave.
    private UserPayload Payload(Identifier identifier, Account account, NetworkUser? seen, string name) =>
        seen is not null && !networks[account.Network].Accepts.Contains(identifier.Kind)
            ? UserPayload.For(new Identifier(IdentifierKind.UserId, seen.Id), name)
            : UserPayload.For(identifier, name);

    private static byte[] Digest(StartRequest request) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', request.AccountId, request.User.Id, request.User.PhoneNumber, request.User.Email, request.User.Username, request.User.FullName, request.AllowInvite)));
}
