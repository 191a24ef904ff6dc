namespace Beeper.Resolver.Ranking;

/// <summary>One weight of the ranking and why it is what it is.</summary>
/// <param name="Id">The evidence ID it belongs to.</param>
/// <param name="Weight">Log2 odds.</param>
/// <param name="Text">What the evidence says, in words for the user.</param>
/// <param name="Reason">Why the weight is so.</param>
/// <param name="UntilFound">Whether it says how likely the network knows the identifier, which says nothing more once somebody was found.</param>
public sealed record RankingWeight(string Id, double Weight, string Text, string Reason, bool UntilFound = false);
