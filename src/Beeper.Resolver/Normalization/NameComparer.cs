using FuzzySharp;
using FuzzySharp.PreProcess;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Compares two names word by word, in any order. A word of the shorter name that has no counterpart is a conflict, and so are different
/// generations (Jr, Sr) and different numbers: this comparison decides merges and holds, and a near name must not join siblings.
/// </summary>
public static class NameComparer
{
    private const int ShortestNearWord = 5;
    private const int NearRatio = 88;

    /// <summary>How the names stand to each other; symmetric.</summary>
    public static NameAgreement Compare(FoldedName left, FoldedName right)
    {
        if (left.Tokens.Count == 0 || right.Tokens.Count == 0 || !left.IsPerson || !right.IsPerson || left.Script != right.Script || left.Script == NameScript.Other)
            return left.Script == NameScript.Other && left.Script == right.Script ? CompareMixed(left, right) : NameAgreement.Unknown;
        if (left.Generation is not null && right.Generation is not null && left.Generation != right.Generation)
            return NameAgreement.Conflict;
        var (shorter, longer) = left.Tokens.Count <= right.Tokens.Count ? (left.Tokens, right.Tokens) : (right.Tokens, left.Tokens);
        var agreement = Assign(shorter, longer);
        return left.Generation == right.Generation || agreement <= NameAgreement.Weak ? agreement : NameAgreement.Weak;
    }

    private static NameAgreement CompareMixed(FoldedName left, FoldedName right) =>
        left.Tokens.SequenceEqual(right.Tokens) ? NameAgreement.Strong : NameAgreement.Unknown;

    private static NameAgreement Assign(IReadOnlyList<NameToken> shorter, IReadOnlyList<NameToken> longer)
    {
        Span<bool> used = stackalloc bool[longer.Count];
        Span<bool> done = stackalloc bool[shorter.Count];
        var whole = Take(shorter, longer, done, used, static (a, b) => a.Equals(b, anySpelling: true) && !a.IsInitial);
        var close = Take(shorter, longer, done, used, static (a, b) => NameWords.AreShortForms(a.Form, b.Form));
        var near = Take(shorter, longer, done, used, IsNear);
        var initials = Take(shorter, longer, done, used, static (a, b) => (a.IsInitial || b.IsInitial) && a.Form[0] == b.Form[0]);
        if (done.Contains(false))
            return NameAgreement.Conflict;
        if (whole >= 2)
            return near + initials + close == 0 || whole >= 3 ? NameAgreement.Strong : NameAgreement.Compatible;
        if (whole == 1 && close + initials > 0)
            return NameAgreement.Compatible;
        return whole + close + near + initials >= 1 ? NameAgreement.Weak : NameAgreement.Conflict;
    }

    private static int Take(IReadOnlyList<NameToken> shorter, IReadOnlyList<NameToken> longer, Span<bool> done, Span<bool> used, Func<NameToken, NameToken, bool> agree)
    {
        var taken = 0;
        for (var i = 0; i < shorter.Count; i++)
        {
            for (var j = 0; !done[i] && j < longer.Count; j++)
            {
                if (used[j] || !agree(shorter[i], longer[j]))
                    continue;
                done[i] = used[j] = true;
                taken++;
            }
        }
        return taken;
    }

    // A typing slip in a long word; numbers and short words (John, Joan) must be equal.
    private static bool IsNear(NameToken a, NameToken b) =>
        a.Form.Length >= ShortestNearWord && b.Form.Length >= ShortestNearWord && a.Form[0] == b.Form[0]
        && !a.Form.AsSpan().ContainsAnyInRange('0', '9') && !b.Form.AsSpan().ContainsAnyInRange('0', '9')
        && System.Text.Ascii.IsValid(a.Form) && System.Text.Ascii.IsValid(b.Form)
        && Fuzz.Ratio(a.Form, b.Form, PreprocessMode.None) >= NearRatio;
}
