using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Carries out the plan of one contact: account by account, candidate by candidate, look-up first, then one start; stops at the first
/// success unless every account was asked for. Without a starter it decides everything and starts nothing, which is the plan.
/// </summary>
internal sealed class ContactResolver(NetworkCatalog networks, RankingWeights weights, ContactLookup? lookup, ChatStarter? starter, IReadOnlyDictionary<string, AccountLane> lanes, ResolveOptions options)
{
    /// <summary>One resolution per account of the plan, in the order they were worked on.</summary>
    public async Task<IReadOnlyList<Resolution>> ResolveAsync(ContactPlan plan, StopSignal stop)
    {
        var resolutions = new List<Resolution>(Math.Max(1, plan.Accounts.Count));
        foreach (var account in plan.Accounts)
        {
            var reached = !options.EachAccount && resolutions.Exists(Reached);
            resolutions.Add(account.Settled ?? (reached ? Elsewhere(plan.Contact, account) : await StartAsync(plan.Contact, account, stop)));
        }
        return resolutions.Count == 0 ? [ContactPlanner.Unreachable(plan.Contact)] : resolutions;
    }

    private static bool Reached(Resolution resolution) =>
        resolution.Outcome is Outcome.Resolved or Outcome.Unknown || (resolution.Decision == Decision.Start && resolution.Outcome is null);

    private static Resolution Elsewhere(Contact contact, AccountPlan plan) =>
        New(contact, plan.Account, plan.Candidates[0]) with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [.. plan.Candidates[0].Evidence, PlanEvidence.ReachedElsewhere] };

    private async Task<Resolution> StartAsync(Contact contact, AccountPlan plan, StopSignal stop)
    {
        var last = New(contact, plan.Account, plan.Candidates[0]);
        NetworkUser? seen = plan.Known?.User;
        var (lookups, starts) = (0, 0);
        Resolution? failed = null;
        foreach (var candidate in plan.Candidates)
        {
            stop.Claiming.ThrowIfCancellationRequested();
            last = New(contact, plan.Account, candidate);
            var answer = plan.Known is { } known ? new LookupAnswer(LookupKind.Found, known.User) : await AskAsync(plan.Account, candidate.Identifier, stop);
            lookups += plan.Known is null && answer.Kind != LookupKind.NotAsked ? 1 : 0;
            var judged = Judge(contact, last, answer, seen);
            if (judged.Outcome is Outcome.Held or Outcome.Skipped)
                return judged with { Lookups = lookups, Starts = starts };
            last = judged;
            if (judged.Outcome == Outcome.NotFound)
                continue;
            seen = answer.User ?? seen;
            if (starter is null)
                return judged with { Lookups = lookups };
            var started = await starter.StartAsync(contact, lanes[plan.Account.Id], candidate, answer.User, judged, stop);
            starts += started.Starts;
            last = started;
            if (started.Outcome == Outcome.Failed)
                failed = started;
            if (started.Outcome is not (Outcome.NotFound or Outcome.Failed))
                return started with { Lookups = lookups, Starts = starts };
        }
        return (failed ?? last) with { Lookups = lookups, Starts = starts };
    }

    private async Task<LookupAnswer> AskAsync(Account account, Identifier identifier, StopSignal stop) =>
        lookup is null ? new LookupAnswer(LookupKind.NotAsked) : await lookup.AskAsync(account, identifier, stop.Aborting);

    private Resolution Judge(Contact contact, Resolution resolution, LookupAnswer answer, NetworkUser? seen)
    {
        switch (answer.Kind)
        {
            case LookupKind.NotFound:
                return resolution with { Outcome = Outcome.NotFound, Via = ResolvedVia.Lookup };
            case LookupKind.Several:
                return Hold(resolution, PlanEvidence.TwoUsers);
            case LookupKind.NotAsked when networks[resolution.Account!.Network].Mode == NetworkMode.CreateIfVerified && lookup is not null:
                return resolution with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [.. resolution.Evidence, PlanEvidence.Unverified] };
            case LookupKind.NotAsked:
                return resolution;
        }
        var user = answer.User!;
        resolution = resolution with { User = user };
        if (user.IsSelf)
            return resolution with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Via = ResolvedVia.Lookup, Evidence = [.. resolution.Evidence, PlanEvidence.Self] };
        if (seen is not null && !string.Equals(seen.Id, user.Id, StringComparison.Ordinal))
            return Hold(resolution, PlanEvidence.TwoUsers);
        var name = PersonCheck.Compare(contact, user, weights);
        if (name is { Weight: 0 })
            return Hold(resolution, name);
        if (user.CannotMessage)
            return resolution with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Via = ResolvedVia.Lookup, Evidence = [.. resolution.Evidence, PlanEvidence.CannotMessage] };
        if (name is null || resolution.Evidence.Contains(name))
            return resolution;
        List<Evidence> evidence = [.. resolution.Evidence, name];
        return resolution with { Evidence = evidence, Score = RankingWeights.Score(weights.Prior + evidence.Sum(static one => one.Weight)) };
    }

    private static Resolution Hold(Resolution resolution, Evidence reason) =>
        resolution with { Decision = Decision.Hold, Outcome = Outcome.Held, Via = ResolvedVia.Lookup, Evidence = [.. resolution.Evidence, reason] };

    private static Resolution New(Contact contact, Account account, Candidate candidate) => new()
    {
        ContactKey = contact.Key,
        Account = account,
        Decision = Decision.Start,
        Identifier = candidate.Identifier,
        Score = candidate.Score,
        Evidence = candidate.Evidence,
    };
}
