using Beeper.Resolver.Ranking;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// What an earlier answer still settles when a contact's work has changed: a chat that its unchanged identifier led to stays its chat, and a
/// person known to be somebody else is not asked for again.
/// </summary>
internal sealed class EarlierAnswers(RankingModel model, DateTimeOffset now)
{
    private readonly PersonCheck _persons = new(model);
    private readonly Evidence _chat = model.Weights["cache.chat"];
    private readonly Evidence _miss = model.Weights["cache.miss"];

    /// <summary>The resolution, or null when the account has to be looked at anew.</summary>
    public Resolution? Settle(Contact contact, ContactNames names, Account account, IReadOnlyList<Candidate> candidates, StoredResolution before)
    {
        var earlier = before.Resolution;
        if (earlier.Identifier is not { } identifier || Find(candidates, identifier) is not { Decision: Decision.Start } candidate)
            return null;
        var resolution = earlier with { ContactKey = contact.Key, Account = account, Via = ResolvedVia.Cache, Lookups = 0, Starts = 0, Error = null };
        if (earlier.Outcome == Outcome.Resolved)
        {
            // Another name may now stand over the same number; then the person has to be looked at again.
            if (earlier.User is { } user && _persons.Compare(names, user).IsConflict)
                return null;
            List<Evidence> evidence = [.. candidate.Evidence, _chat];
            return resolution with { Evidence = evidence, Score = model.PersonScore(evidence) };
        }
        if (earlier.Outcome == Outcome.NotFound && candidates.Count == 1 && before.ExpiresAt > now)
        {
            List<Evidence> evidence = [.. candidate.Evidence, _miss];
            return resolution with { Evidence = evidence, Score = model.IdentifierScore(evidence) };
        }
        return null;
    }

    private static Candidate? Find(IReadOnlyList<Candidate> candidates, Identifier identifier)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Identifier == identifier)
                return candidate;
        }
        return null;
    }
}
