using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Starts one chat: written ahead in the store before the first byte leaves, settled after the answer, one at a time per account.
/// A target that the store already knows as resolved, unsettled or not found is not asked again. Nothing is ever sent twice blindly.
/// </summary>
internal sealed class ChatStarter(DesktopClient desktop, ResolutionStore store, NetworkCatalog networks, RankingWeights weights, Pacer pacer, ResolveOptions options, TimeProvider time, string owner)
{
    private int _sent;

    /// <summary>The resolution of one candidate; outcome not found or failed lets the caller try the next one.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="lane">The account's lane.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="seen">The person a listing or look-up showed for it, or null.</param>
    /// <param name="judged">The resolution so far.</param>
    /// <param name="stop">How the run is stopped.</param>
    public async Task<Resolution> StartAsync(Contact contact, AccountLane lane, Candidate candidate, NetworkUser? seen, Resolution judged, StopSignal stop)
    {
        await lane.Gate.WaitAsync(stop.Claiming);
        try
        {
            if (lane.Closed is { } closed)
                return Left(judged, closed);
            var operation = store.Prepare(lane.Account.Id, TargetKey.Of(lane.Account.Id, candidate.Identifier), contact.Key, Effect());
            if (Known(operation, judged) is { } known)
                return known;
            if (options.MaxNewChats is { } most && _sent >= most)
                return Left(judged, PlanEvidence.Limit);
            if (!await pacer.WaitAsync(lane.Account, stop.Claiming))
                return Left(judged, PlanEvidence.Budget);
            _sent++;
            return await SendAsync(contact, lane, candidate, seen, judged, operation, stop);
        }
        finally
        {
            lane.Gate.Release();
        }
    }
}
