using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Asks a network about an identifier by contact search, only where that is not seen by the other person, and believes exact equality alone.
/// A miss is remembered for as long as the network's profile says. On WhatsApp a clean miss is followed by one try with the other form of a
/// Mexican, Brazilian or Argentine number.
/// </summary>
internal sealed class ContactLookup(DesktopClient desktop, ResolutionStore store, NetworkCatalog networks, Pacer pacer, ResolveOptions options, TimeProvider time)
{
    // An app that is restarted in the middle of a run is back within half a minute.
    private static readonly TimeSpan[] Waits = [.. new[] { 1, 2, 4, 8, 15 }.Select(static seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>The answer for one identifier on one account.</summary>
    public async Task<LookupAnswer> AskAsync(AccountLane lane, Identifier identifier, StopSignal stop)
    {
        var profile = networks[lane.Account.Network];
        if (!profile.LooksUp.Contains(identifier.Kind))
            return new LookupAnswer(LookupKind.NotAsked);
        var answer = await AskFormAsync(lane, identifier, profile, stop);
        if (answer.Kind != LookupKind.NotFound || !profile.PhoneVariants || identifier.Kind != IdentifierKind.Phone || PhoneVariants.Of(identifier.Value) is not [var variant, ..])
            return answer;
        var form = identifier with { Value = variant.Value };
        var second = await AskFormAsync(lane, form, profile, stop);
        return second with { Requests = answer.Requests + second.Requests, FoundBy = second.Kind == LookupKind.Found ? form : null };
    }

    private async Task<LookupAnswer> AskFormAsync(AccountLane lane, Identifier identifier, NetworkProfile profile, StopSignal stop)
    {
        var key = TargetKey.Of(lane.Account.Id, identifier);
        if (!options.Refresh && store.Lookups.MissedSince(lane.Account.Id, key, time.GetUtcNow().AddDays(-profile.NotFoundDays)))
            return new LookupAnswer(LookupKind.NotFound);
        if (lane.Closed is { } closed)
            return new LookupAnswer(LookupKind.Left) { Reason = closed };
        if (!await pacer.WaitForLookupAsync(lane.Account, stop.Claiming))
            return new LookupAnswer(LookupKind.Left) { Reason = PlanEvidence.Budget };
        await lane.Lookups.EnterAsync(stop.Claiming);
        var isAnswered = false;
        try
        {
            var users = await SearchAsync(lane.Account, identifier, stop);
            isAnswered = true;
            var answer = Exact(users, identifier, profile);
            store.Lookups.Note(lane.Account.Id, key, time.GetUtcNow(), answer.Kind != LookupKind.NotFound);
            return answer;
        }
        catch (DesktopApiException error) when (!error.IsAuthorization)
        {
            // A request that was answered, even with a refusal, says nothing against the load.
            isAnswered = error.Status is not (408 or 429 or >= 500);
            return Failed(lane, error);
        }
        finally
        {
            lane.Lookups.Leave(isAnswered);
            lane.EndLookup(isAnswered);
        }
    }

    private static LookupAnswer Exact(IReadOnlyList<NetworkUser> users, Identifier identifier, NetworkProfile profile)
    {
        var exact = users.Where(user => IdentifierForms.Matches(identifier, user, profile)).DistinctBy(static user => user.Id, StringComparer.Ordinal).Take(2).ToList();
        return exact.Count switch
        {
            0 => new LookupAnswer(LookupKind.NotFound) { Requests = 1 },
            1 => new LookupAnswer(LookupKind.Found, exact[0]) { Requests = 1 },
            _ => new LookupAnswer(LookupKind.Several) { Requests = 1 },
        };
    }

    private static LookupAnswer Failed(AccountLane lane, DesktopApiException error)
    {
        switch (error.Status)
        {
            case 429:
                lane.Close(PlanEvidence.Budget);
                return new LookupAnswer(LookupKind.Left) { Reason = PlanEvidence.Budget, Requests = 1 };
            case 404 or 409:
                lane.Close(PlanEvidence.NotReady);
                return new LookupAnswer(LookupKind.Left) { Reason = PlanEvidence.NotReady, Requests = 1 };
            case 0 or >= 500:
                return new LookupAnswer(LookupKind.Left) { Reason = PlanEvidence.Paused, Requests = 1 };
            default:
                return new LookupAnswer(LookupKind.Refused) { Requests = 1, Error = new ResolutionError(error.Code, "The look-up was refused. Nothing was started.", error.Status) };
        }
    }

    private async Task<IReadOnlyList<NetworkUser>> SearchAsync(Account account, Identifier identifier, StopSignal stop)
    {
        foreach (var wait in Waits)
        {
            try
            {
                return await desktop.SearchContactsAsync(account.Id, identifier.Value, stop.Aborting);
            }
            catch (DesktopUnreachableException)
            {
                await Task.Delay(wait, time, stop.Claiming);
            }
        }
        return await desktop.SearchContactsAsync(account.Id, identifier.Value, stop.Aborting);
    }
}
