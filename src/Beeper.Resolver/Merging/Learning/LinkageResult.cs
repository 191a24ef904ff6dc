namespace Beeper.Resolver.Merging.Learning;

/// <summary>What a linkage model says about records.</summary>
/// <param name="Pairs">The pairs that were compared, ascending; all others count as strangers.</param>
/// <param name="Groups">The records by person, as the pairs that are more likely one person than not allow; every record is in one.</param>
public sealed record LinkageResult(IReadOnlyList<LinkedPair> Pairs, IReadOnlyList<IReadOnlyList<int>> Groups);
