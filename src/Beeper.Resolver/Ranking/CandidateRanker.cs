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
        if (candidates.Count > 1)
            candidates.Sort((a, b) => Compare(a, b, profile));
        return candidates;
    }

    private Candidate Weigh(Contact contact, Account account, NetworkProfile profile, IdentifierFacts fact)
    {
        var evidence = new List<Evidence>(fact.Evidence.Length + 2);
        evidence.AddRange(fact.Evidence);
        _evidence.AddForNetwork(evidence, contact, fact.Given.Identifier, profile);
        if (_reach?.Of(account, fact.Given.Identifier) is { } reach)
            evidence.Add(reach);
        var score = _model.IdentifierScore(evidence);
        var decision = Decision.Start;
        if ((_vetoes.OfAccount(fact.Given.Identifier, account, profile) ?? fact.Veto ?? _vetoes.OfScore(score)) is { } veto)
        {
            decision = veto.Id.StartsWith("hold.", StringComparison.Ordinal) ? Decision.Hold : Decision.Skip;
            evidence.Add(veto);
        }
        return new Candidate(account, fact.Given.Identifier, score, decision, evidence);
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
