namespace Beeper.Resolver.Merging;

/// <summary>A user's word about who is one person. The newest of two that contradict each other holds.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="DecidedAt">When.</param>
public sealed record MergeDecision(MergeDecisionKind Kind, MergeSubject First, MergeSubject Second, DateTimeOffset DecidedAt);
