using Beeper.Resolver.Merging;
using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>Two contacts of which it is known whether they are one person.</summary>
/// <param name="Reason">Why they were, or would have been, suggested.</param>
/// <param name="Pattern">How they agree.</param>
/// <param name="IsRight">Whether they are one person.</param>
internal readonly record struct SuggestionExample(MergeReason Reason, PairPattern Pattern, bool IsRight);
