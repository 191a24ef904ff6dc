namespace Beeper.Resolver.Merging;

/// <summary>Two contacts that may be one person; a person decides.</summary>
/// <param name="First">Key of the one, the lesser by ordinal order.</param>
/// <param name="Second">Key of the other.</param>
/// <param name="Reason">Why they may be.</param>
public sealed record MergeSuggestion(string First, string Second, MergeReason Reason)
{
    /// <summary>How likely it is right, 0 to 1: of a hundred with 0.7 about seventy are; null where that was not worked out.</summary>
    public double? Probability { get; init; }

    /// <summary>What speaks for and against it, the weightiest first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The reason in words.</summary>
    public string Text => Reason switch
    {
        MergeReason.Contradicted => "an identifier and names that fit, but another record of one of them does not",
        MergeReason.SharedIdentifierWeakName => "a shared identifier, and names that say too little",
        MergeReason.SameName => "the same full name in different address books",
        MergeReason.SimilarName => "names that differ in a short form only",
        _ => "evidence that merges",
    };

    internal static MergeSuggestion Of(string one, string other, MergeReason reason) =>
        string.CompareOrdinal(one, other) <= 0 ? new MergeSuggestion(one, other, reason) : new MergeSuggestion(other, one, reason);
}
