using FuzzySharp;
using FuzzySharp.PreProcess;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// A similarity to show beside an agreement and to sort suggestions by. It never decides: John and Joan Smith are 90 alike.
/// FuzzySharp gets folded words and no preprocessing, which would delete every letter that is not ASCII and ask for the current culture.
/// </summary>
public static class NameSimilarity
{
    /// <summary>0 (nothing in common) to 100 (the same words in any order); 0 when a name has no words.</summary>
    public static int Of(FoldedName left, FoldedName right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Words.Length == 0 || right.Words.Length == 0 ? 0 : Fuzz.TokenSortRatio(Text(left), Text(right), PreprocessMode.None);
    }

    private static string Text(FoldedName name) => string.Join(' ', Array.ConvertAll(name.Words, static word => word.Form));
}
