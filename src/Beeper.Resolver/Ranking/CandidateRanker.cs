using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Ranks which identifier of a contact to try on an account. Identifiers the network cannot resolve, or that the records tie to another
/// network, are no candidates; a handle or user ID is one only where the records attest it for this very network.
/// </summary>
public sealed class CandidateRanker
{
    private readonly NetworkCatalog _networks;
    private readonly RankingModel _model;
    private readonly IdentifierEvidence _evidence;
    private readonly IdentifierVetoes _vetoes;
    private readonly AccountReach? _reach;

    /// <summary>Makes a ranker.</summary>
    /// <param name="networks">What the networks can resolve.</param>
    /// <param name="model">Weights, calibration and what the address book says of itself.</param>
    /// <param name="accounts">All accounts of the user, whose own numbers and addresses are nobody else's on any network; null for none.</param>
    /// <param name="reach">What the accounts' contact lists tell, or null where they were not read.</param>
    public CandidateRanker(NetworkCatalog networks, RankingModel model, IReadOnlyList<Account>? accounts = null, AccountReach? reach = null)
    {
        _networks = networks;
        _reach = reach;
        _model = model;
        _evidence = new IdentifierEvidence(model);
        _vetoes = new IdentifierVetoes(model, accounts ?? []);
    }

    /// <summary>The candidates on one account, those to try first; vetoed ones follow with their hold or skip. Empty when the network can resolve none of the identifiers.</summary>
    public IReadOnlyList<Candidate> Rank(Contact contact, Account account) => Rank(contact, account, _evidence.Weigh(contact));

    /// <summary>The candidates on every account, in the order of the accounts.</summary>
    public IReadOnlyList<Candidate>[] Rank(Contact contact, IReadOnlyList<Account> accounts)
    {
        var facts = _evidence.Weigh(contact);
        var ranked = new IReadOnlyList<Candidate>[accounts.Count];
        for (var index = 0; index < ranked.Length; index++)
            ranked[index] = Rank(contact, accounts[index], facts);
        return ranked;
    }

    private List<Candidate> Rank(Contact contact, Account account, IdentifierFacts[] facts)
    {
        var profile = _networks[account.Network];
        var candidates = new List<Candidate>(facts.Length);
        foreach (var fact in facts)
        {
            if (IsCandidate(fact.Given.Identifier, profile))
                candidates.Add(Weigh(contact, account, profile, fact));
        }
        // There are hardly ever more than a handful.
        for (var index = 1; index < candidates.Count; index++)
        {
            for (var at = index; at > 0 && Compare(candidates[at - 1], candidates[at], profile) > 0; at--)
                (candidates[at - 1], candidates[at]) = (candidates[at], candidates[at - 1]);
        }
        return candidates;
    }

    private Candidate Weigh(Contact contact, Account account, NetworkProfile profile, IdentifierFacts fact)
    {
        var network = _evidence.OfNetwork(contact, fact.Given.Identifier, profile);
        var reach = _reach?.Of(account, fact.Given.Identifier);
        var score = _model.Calibration.Identifier.Score(fact.LogOdds + (network?.Weight ?? 0) + (reach?.Weight ?? 0));
        var veto = _vetoes.OfAccount(fact.Given.Identifier, account, profile) ?? fact.Veto ?? _vetoes.OfScore(score);
        var decision = veto is null ? Decision.Start : veto.Id.StartsWith("hold.", StringComparison.Ordinal) ? Decision.Hold : Decision.Skip;
        return new Candidate(account, fact.Given.Identifier, score, decision, Joined(fact.Evidence, network, reach, veto));
    }

    // What holds on every account is shared by the candidates; most have nothing to add to it.
    private static Evidence[] Joined(Evidence[] common, Evidence? network, Evidence? reach, Evidence? veto)
    {
        var more = (network is null ? 0 : 1) + (reach is null ? 0 : 1) + (veto is null ? 0 : 1);
        if (more == 0)
            return common;
        var evidence = new Evidence[common.Length + more];
        common.CopyTo(evidence, 0);
        var at = common.Length;
        foreach (var one in (ReadOnlySpan<Evidence?>)[network, reach, veto])
        {
            if (one is not null)
                evidence[at++] = one;
        }
        return evidence;
    }

    private static bool IsCandidate(Identifier identifier, NetworkProfile profile)
    {
        if (!Holds(profile.Accepts, identifier.Kind) && !Holds(profile.LooksUp, identifier.Kind))
            return false;
        return identifier.Kind is IdentifierKind.Phone or IdentifierKind.Email
            ? identifier.Network is null || string.Equals(identifier.Network, profile.Key, StringComparison.Ordinal)
            : string.Equals(identifier.Network, profile.Key, StringComparison.Ordinal);
    }

    private static bool Holds(IReadOnlyList<IdentifierKind> kinds, IdentifierKind kind)
    {
        for (var index = 0; index < kinds.Count; index++)
        {
            if (kinds[index] == kind)
                return true;
        }
        return false;
    }

    private int Compare(Candidate a, Candidate b, NetworkProfile profile)
    {
        var result = a.Decision.CompareTo(b.Decision);
        if (result == 0)
            result = b.Score.CompareTo(a.Score);
        // Where the calibration is flat, more evidence still goes first.
        if (result == 0)
            result = _model.Weights.LogOdds(b.Evidence).CompareTo(_model.Weights.LogOdds(a.Evidence));
        if (result == 0)
            result = Place(a.Identifier.Kind, profile).CompareTo(Place(b.Identifier.Kind, profile));
        return result != 0 ? result : string.CompareOrdinal(a.Identifier.Value, b.Identifier.Value);
    }

    private static int Place(IdentifierKind kind, NetworkProfile profile)
    {
        for (var place = 0; place < profile.Accepts.Count; place++)
        {
            if (profile.Accepts[place] == kind)
                return place;
        }
        return profile.Accepts.Count;
    }
}
