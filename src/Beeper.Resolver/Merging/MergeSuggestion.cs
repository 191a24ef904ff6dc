namespace Beeper.Resolver.Merging;

/// <summary>Two contacts that may be one person; a person decides.</summary>
/// <param name="First">Key of the one, the lesser by ordinal order.</param>
/// <param name="Second">Key of the other.</param>
/// <param name="Reason">Why they may be.</param>
public sealed record MergeSuggestion(string First, string Second, MergeReason Reason)
{
    internal static MergeSuggestion Of(string one, string other, MergeReason reason) =>
        string.CompareOrdinal(one, other) <= 0 ? new MergeSuggestion(one, other, reason) : new MergeSuggestion(other, one, reason);
}
