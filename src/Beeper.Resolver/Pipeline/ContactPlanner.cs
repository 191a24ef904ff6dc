using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// Plans a contact on all accounts from what is known without a request: the listings, earlier answers, the ranking and the networks' modes.
/// Pure. Accounts on which the contact has neither a candidate nor a match are left out; when none is left, there is no plan.
/// </summary>
internal sealed class ContactPlanner
{
    private readonly NetworkCatalog _networks;
    private readonly RankingModel _model;
    private readonly CandidateRanker _ranker;
    private readonly ListingMatcher _matcher;
    private readonly PersonJudge _judge;
    private readonly EarlierAnswers _earlier;
    private readonly ResolveOptions _options;
    private readonly bool _canLookUp;

    public ContactPlanner(
        NetworkCatalog networks, RankingModel model, IReadOnlyList<Account> accounts, SharedPeople? people, AccountReach? reach, ResolveOptions options, bool canLookUp, DateTimeOffset now)
    {
        _canLookUp = canLookUp;
        _networks = networks;
        _model = model;
        _ranker = new CandidateRanker(networks, model, accounts, reach);
        _matcher = new ListingMatcher(networks, model, now, people);
        _judge = new PersonJudge(model);
        _earlier = new EarlierAnswers(model, now);
        _options = options;
    }

    /// <summary>The plan.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="accounts">The accounts, in the user's order.</param>
    /// <param name="listings">What the accounts already know, by account ID.</param>
    /// <param name="earlier">What the store knows of the contact.</param>
    public ContactPlan Plan(Contact contact, IReadOnlyList<Account> accounts, IReadOnlyDictionary<string, AccountListing> listings, IReadOnlyList<StoredResolution> earlier)
    {
        var names = ContactNames.Of(contact);
        var ranked = _ranker.Rank(contact, accounts);
        var plans = new List<AccountPlan>(accounts.Count);
        for (var index = 0; index < accounts.Count; index++)
        {
            var account = accounts[index];
            var match = listings.TryGetValue(account.Id, out var listing) ? _matcher.Match(contact, names, account, listing) : null;
            var before = _options.Refresh ? null : Find(earlier, account);
            if (Plan(contact, names, account, listing, match, ranked[index], before) is { } plan)
                plans.Add(plan);
        }
        plans = HoldDoubted(contact, plans);
        return new ContactPlan(contact, names, Ordered(plans));
    }

    /// <summary>The line of a contact that no account can resolve.</summary>
    public static Resolution Unreachable(Contact contact) =>
        new() { ContactKey = contact.Key, Decision = Decision.Skip, Outcome = Outcome.Skipped, Evidence = [PlanEvidence.NoIdentifier] };

    // Stable sorts: what is equal stays in the user's order of accounts.
    private static List<AccountPlan> Ordered(List<AccountPlan> plans) =>
    [
        .. plans.Where(static plan => plan.Settled is { Outcome: Outcome.Resolved }).OrderByDescending(static plan => plan.LastActivity),
        .. plans.Where(static plan => plan.Settled is { Outcome: not Outcome.Resolved }),
        .. plans.Where(static plan => plan.Settled is null).OrderBy(static plan => plan.Candidates[0].Decision).ThenByDescending(static plan => plan.Score),
    ];

    private static StoredResolution? Find(IReadOnlyList<StoredResolution> earlier, Account account)
    {
        foreach (var stored in earlier)
        {
            if (string.Equals(stored.Resolution.Account?.Id, account.Id, StringComparison.Ordinal))
                return stored;
        }
        return null;
    }

    private AccountPlan? Plan(Contact contact, ContactNames names, Account account, AccountListing? listing, ListingMatch? match, IReadOnlyList<Candidate> candidates, StoredResolution? before)
    {
        if (match is null && candidates.Count == 0)
            return null;
        if (match is not null && SettleByListing(contact, account, match) is { } settled)
            return new AccountPlan(account, [], null, settled) { LastActivity = match.Person?.Chat?.LastActivity ?? DateTimeOffset.MinValue };
        if (match is null && before is not null && _earlier.Settle(contact, names, account, candidates, before) is { } known)
            return new AccountPlan(account, [], null, known);
        var profile = _networks[account.Network];
        // Where the list is all the network looks into, a number that is not on it is answered already.
        var isUnlisted = match is null && profile.PhonesAreLocal && listing is { HasContacts: true };
        var tries = Tries(candidates, profile, isUnlisted);
        if (match is { Person: { } person, Identifier: { } identifier })
        {
            var judged = JudgeListed(contact, names, account, match, person, identifier, candidates);
            if (judged.Settled is not null)
                return judged;
            tries = [.. judged.Candidates];
        }
        if (tries.Count == 0 && isUnlisted && candidates is [{ Decision: not Decision.Skip, Identifier.Kind: IdentifierKind.Phone } phone, ..])
            return new AccountPlan(account, [], null, Settle(contact, account, Decision.Start, phone, [.. phone.Evidence, PlanEvidence.NotListed]) with { Outcome = Outcome.NotFound, Via = ResolvedVia.Listing });
        if (tries.Count == 0)
            return candidates.Count == 0 ? null : new AccountPlan(account, [], null, Vetoed(contact, account, candidates[0]));
        if (MayStart(account) is { } refusal)
            return tries[0].Decision == Decision.Hold ? new AccountPlan(account, [], null, Vetoed(contact, account, tries[0])) : new AccountPlan(account, [], null, Settle(contact, account, Decision.Skip, tries[0], [.. tries[0].Evidence, refusal]));
        return new AccountPlan(account, tries, match?.Person, null);
    }

    // A shared identifier is held; it may still be asked about where the answer can show which of its few holders it belongs to.
    private List<Candidate> Tries(IReadOnlyList<Candidate> candidates, NetworkProfile profile, bool isUnlisted)
    {
        var tries = new List<Candidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (isUnlisted && candidate.Identifier.Kind == IdentifierKind.Phone)
                continue;
            if (candidate.Decision == Decision.Start || (_canLookUp && IsWorthAsking(candidate, profile)))
                tries.Add(candidate);
        }
        return tries;
    }

    private bool IsWorthAsking(Candidate candidate, NetworkProfile profile) =>
        candidate.Decision == Decision.Hold && candidate.Score >= _model.Weights.LeastScore && candidate.Evidence[^1].Id == "hold.shared"
        && profile.LooksUp.Contains(candidate.Identifier.Kind) && _model.Shared.CanBeSettled(candidate.Identifier);

    private Resolution? SettleByListing(Contact contact, Account account, ListingMatch match)
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
            Score = match.Person is null ? null : _model.PersonScore(match.Evidence),
            Evidence = match.Evidence,
        };
        if (match.IsHeld)
            return resolution;
        var person = match.Person!;
        if (person.Chat is null)
            return null;
        return resolution with { Decision = Decision.Start, Outcome = Outcome.Resolved, ChatId = person.Chat.Id, Status = ChatStatus.Existing };
    }

    // Somebody on the contact list is judged as a look-up's answer is: no request is needed to see the name.
    private AccountPlan JudgeListed(Contact contact, ContactNames names, Account account, ListingMatch match, ListedPerson person, Identifier identifier, IReadOnlyList<Candidate> candidates)
    {
        var candidate = candidates.FirstOrDefault(one => one.Identifier == identifier) ?? new Candidate(account, identifier, 0, Decision.Skip, []);
        var isUnlikely = candidate.Decision == Decision.Skip && candidate.Evidence is [.., { Id: "skip.unlikely" }];
        // An identifier too unlikely to ask about is worth a start once the network itself lists the person.
        var asked = candidate with
        {
            Decision = isUnlikely ? Decision.Start : candidate.Decision,
            Evidence = [.. isUnlikely ? candidate.Evidence.SkipLast(1) : candidate.Evidence, .. match.Evidence.Where(static one => one.Id is "listing.contact" or "note.same_chat")],
        };
        var judged = _judge.Judge(asked, names, person.User, match.Evidence.Any(static one => one.Id == "lookup.identifier.agrees"), agreesElsewhere: false);
        var listed = asked with { Score = judged.Score, Evidence = judged.Evidence };
        var isShared = candidate.Evidence is [.., { Id: "hold.shared" }];
        var decision = isShared ? judged.Decision : Worse(asked.Decision, judged.Decision);
        if (decision == Decision.Start)
            return new AccountPlan(account, [asked with { Score = judged.Score }], person, null);
        return new AccountPlan(account, [], null, Settle(contact, account, decision, listed, listed.Evidence) with { Via = ResolvedVia.Listing, User = person.User });
    }

    private static Decision Worse(Decision a, Decision b) => a == Decision.Skip || b == Decision.Skip ? Decision.Skip : a > b ? a : b;

    private Evidence? MayStart(Account account)
    {
        var profile = _networks[account.Network];
        if (_options.ExistingOnly)
            return PlanEvidence.ExistingOnly;
        if (profile.Mode == NetworkMode.ExistingOnly && !(_options.AllowInvite && profile.CreatesByInvitation))
            return PlanEvidence.ExistingOnly;
        return account.IsConnected ? null : PlanEvidence.NotReady;
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
        var doubted = plans.Where(static plan => plan.Settled is { Identifier: not null } settled && settled.Evidence.Any(static one => one.Id == PersonCheck.NameConflictId))
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
