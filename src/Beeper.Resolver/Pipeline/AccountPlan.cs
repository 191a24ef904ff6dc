using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>What is planned for a contact on one account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Candidates">The identifiers to try, best first; empty unless a start is planned.</param>
/// <param name="Known">The person the account lists without a chat; null otherwise.</param>
/// <param name="Settled">The resolution where no request is needed to know it; null where a start is planned.</param>
internal sealed record AccountPlan(Account Account, IReadOnlyList<Candidate> Candidates, ListedPerson? Known, Resolution? Settled)
{
    /// <summary>The best candidate's score, or 0.</summary>
    public double Score => Candidates.Count == 0 ? 0 : Candidates[0].Score;

    /// <summary>When the chat that settles the plan was last used; the earliest time where there is none or nobody knows.</summary>
    public DateTimeOffset LastActivity { get; init; } = DateTimeOffset.MinValue;
}
