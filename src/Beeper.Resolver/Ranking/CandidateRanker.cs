using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Ranks which identifier of a contact to try on an account. Identifiers the network cannot resolve, or that the records tie to another
/// network, are no candidates; a handle or user ID is one only where the records attest it for this very network.
/// </summary>
public sealed class CandidateRanker(NetworkCatalog networks, RankingWeights weights, SharedIdentifiers shared)
{
    private readonly IdentifierEvidence _evidence = new(weights, shared);

    /// <summary>The candidates, those to try first; vetoed ones follow with their hold or skip. Empty when the network can resolve none of the identifiers.</summary>
    public IReadOnlyList<Candidate> Rank(Contact contact, Account account)
    {
        var profile = networks[account.Network];
        var candidates = new List<Candidate>();
        foreach (var given in contact.Identifiers)
        {
            if (!IsCandidate(given.Identifier, profile))
                continue;
            var evidence = _evidence.Weigh(contact, given, profile.Key);
            var score = RankingWeights.Score(weights.Prior + evidence.Sum(static one => one.Weight));
            var decision = Decision.Start;
            if (IdentifierVetoes.Of(given, account, shared) is { } veto)
            {
                decision = veto.Id.StartsWith("hold.", StringComparison.Ordinal) ? Decision.Hold : Decision.Skip;
                evidence.Add(veto);
            }
            candidates.Add(new Candidate(account, given.Identifier, score, decision, evidence));
        }
        candidates.Sort((a, b) => Compare(a, b, profile));
        return candidates;
    }

    private static bool IsCandidate(Identifier identifier, NetworkProfile profile)
    {
        if (!profile.Accepts.Contains(identifier.Kind) && !profile.LooksUp.Contains(identifier.Kind))
            return false;
        return identifier.Kind is IdentifierKind.Phone or IdentifierKind.Email
            ? identifier.Network is null || string.Equals(identifier.Network, profile.Key, StringComparison.Ordinal)
            : string.Equals(identifier.Network, profile.Key, StringComparison.Ordinal);
    }

    private static int Compare(Candidate a, Candidate b, NetworkProfile profile)
    {
        var result = a.Decision.CompareTo(b.Decision);
        if (result == 0)
            result = b.Score.CompareTo(a.Score);
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
