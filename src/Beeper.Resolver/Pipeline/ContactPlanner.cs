using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Plans a contact on all accounts from what is known without a request: the listings, the ranking and the networks' modes. Pure.
/// Accounts on which the contact has neither a candidate nor a match are left out; when none is left, there is one plan without account.
/// </summary>
internal sealed class ContactPlanner(NetworkCatalog networks, CandidateRanker ranker, ListingMatcher matcher, ResolveOptions options)
{
    public ContactPlan Plan(Contact contact, IReadOnlyList<Account> accounts, IReadOnlyDictionary<string, AccountListing> listings)
    {
        var plans = new List<AccountPlan>(accounts.Count);
        foreach (var account in accounts)
        {
            var match = listings.TryGetValue(account.Id, out var listing) ? matcher.Match(contact, account, listing) : null;
            if (Plan(contact, account, match) is { } plan)
                plans.Add(plan);
        }
        plans = HoldDoubted(contact, plans);
        return new ContactPlan(contact, [.. plans.Where(static plan => plan.Settled is not null), .. plans.Where(static plan => plan.Settled is null).OrderByDescending(static plan => plan.Score)]);
    }

    /// <summary>The line of a contact that no account can resolve.</summary>
    public static Resolution Unreachable(Contact contact) =>
        new() { ContactKey = contact.Key, Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [PlanEvidence.NoIdentifier] };

    private AccountPlan? Plan(Contact contact, Account account, ListingMatch? match)
    {
        var candidates = ranker.Rank(contact, account);
        if (match is null && candidates.Count == 0)
            return null;
        if (match is not null && SettleByListing(contact, account, match) is { } settled)
            return new AccountPlan(account, [], null, settled);
        var tries = candidates.Where(static candidate => candidate.Decision == Decision.Start).ToList();
        if (match is not null)
            tries = [.. candidates.Where(candidate => candidate.Identifier == match.Identifier && candidate.Decision != Decision.Skip).Select(candidate => Strengthen(candidate, match.Evidence))];
        if (tries.Count == 0)
            return candidates.Count == 0 ? null : new AccountPlan(account, [], null, Vetoed(contact, account, candidates[0]));
        if (MayStart(account) is { } refusal)
            return new AccountPlan(account, [], null, Settle(contact, account, Decision.Skip, tries[0], [.. tries[0].Evidence, refusal]));
        return new AccountPlan(account, tries, match?.Person, null);
    }

    private static Resolution? SettleByListing(Contact contact, Account account, ListingMatch match)
    {
        var resolution = new Resolution
        {
            ContactKey = contact.Key,
            Account = account,
            Decision = Decision.Hold,
            Outcome = Outcome.Held,
            Via = ResolvedVia.Listing,
            Identifier = match.Identifier,
            User = match.Person?.User,
            Evidence = match.Evidence,
        };
        if (match.IsHeld)
            return resolution;
        var person = match.Person!;
        if (person.Chat is not null)
        {
            return resolution with
            {
                Decision = Decision.Start,
                Outcome = Outcome.Resolved,
                ChatId = person.Chat.Id,
                Status = ChatStatus.Existing,
                Score = RankingWeights.Score(match.Evidence.Sum(static one => one.Weight)),
            };
        }
        return person.User.CannotMessage
            ? resolution with { Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [.. match.Evidence, PlanEvidence.CannotMessage] }
            : null;
    }

    private Evidence? MayStart(Account account)
    {
        var profile = networks[account.Network];
        if (options.ExistingOnly)
            return PlanEvidence.ExistingOnly;
        if (profile.Mode == NetworkMode.ExistingOnly && !(options.AllowInvite && profile.CreatesByInvitation))
            return PlanEvidence.ExistingOnly;
        return account.IsConnected ? null : PlanEvidence.NotReady;
    }

    private static Candidate Strengthen(Candidate candidate, IReadOnlyList<Evidence> more)
    {
        // The listing's name settled what a shared identifier alone would hold.
        List<Evidence> evidence = [.. candidate.Evidence.Where(static one => one.Weight != 0), .. more];
        return candidate with { Decision = Decision.Start, Evidence = evidence, Score = RankingWeights.Score(evidence.Sum(static one => one.Weight)) };
    }

    private static Resolution Vetoed(Contact contact, Account account, Candidate candidate) => Settle(contact, account, candidate.Decision, candidate, candidate.Evidence);

    private static Resolution Settle(Contact contact, Account account, Decision decision, Candidate candidate, IReadOnlyList<Evidence> evidence) => new()
    {
        ContactKey = contact.Key,
        Account = account,
        Decision = decision,
        Outcome = decision == Decision.Hold ? Outcome.Held : Outcome.Skipped,
        Identifier = candidate.Identifier,
        Score = candidate.Score,
        Evidence = evidence,
    };

    // A number that one network shows under another name was probably reissued: it is not tried on the next network.
    private static List<AccountPlan> HoldDoubted(Contact contact, List<AccountPlan> plans)
    {
        var doubted = plans.Where(static plan => plan.Settled is { Identifier: not null } settled && settled.Evidence.Any(static one => one.Id == "hold.name_conflict"))
            .Select(static plan => plan.Settled!.Identifier!.Value.Value).ToHashSet(StringComparer.Ordinal);
        return doubted.Count == 0 ? plans : plans.ConvertAll(plan => WithoutDoubted(contact, plan, doubted));
    }

    private static AccountPlan WithoutDoubted(Contact contact, AccountPlan plan, HashSet<string> doubted)
    {
        if (plan.Settled is not null || plan.Known is not null || !plan.Candidates.Any(candidate => doubted.Contains(candidate.Identifier.Value)))
            return plan;
        var rest = plan.Candidates.Where(candidate => !doubted.Contains(candidate.Identifier.Value)).ToList();
        if (rest.Count > 0)
            return plan with { Candidates = rest };
        var held = plan.Candidates[0];
        return plan with { Candidates = [], Settled = Settle(contact, plan.Account, Decision.Hold, held, [.. held.Evidence, PlanEvidence.Doubted]) };
    }
}
