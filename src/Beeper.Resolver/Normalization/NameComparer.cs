namespace Beeper.Resolver.Normalization;

/// <summary>
/// Compares two names word by word, in any order. A word of the shorter name that has no counterpart is a conflict, and so are different
/// generations (Jr, Sr) and different numbers: this comparison decides merges and holds, and a near name must not join siblings.
/// Allocates nothing; thread-safe.
/// </summary>
public static class NameComparer
{
    /// <summary>How the names stand to each other; symmetric.</summary>
    public static NameAgreement Compare(FoldedName left, FoldedName right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Words.Length == 0 || right.Words.Length == 0 || !left.IsPerson || !right.IsPerson)
            return NameAgreement.Unknown;
        if (left.Generation is not null && right.Generation is not null && left.Generation != right.Generation)
            return NameAgreement.Conflict;
        var agreement = left.Script == right.Script ? InOneScript(left, right) : CrossScriptNames.Compare(left, right);
        return left.Generation == right.Generation || agreement <= NameAgreement.Weak ? agreement : NameAgreement.Weak;
    }

    private static NameAgreement InOneScript(FoldedName left, FoldedName right) => left.Script switch
    {
        NameScript.EastAsian => CrossScriptNames.CompareHan(left.Words, right.Words),
        NameScript.Alphabetic or NameScript.Semitic or NameScript.Hangul => ByWords(left, right),
        // Which words of these matter is not known here; only sameness says something.
        _ => SameWords(left.Words, right.Words) ? Whole(left.Significant) : NameAgreement.Unknown,
    };

    private static NameAgreement ByWords(FoldedName left, FoldedName right)
    {
        var (shorter, longer) = IsFirst(left, right) ? (left, right) : (right, left);
        var numbers = Numbers(shorter, longer);
        if (numbers == NameAgreement.Conflict)
            return NameAgreement.Conflict;
        var agreement = NameAssignment.Match(shorter.Words, longer.Words);
        return agreement < numbers ? agreement : numbers;
    }

    // A number on one side only says little; two sides must have the same ones.
    private static NameAgreement Numbers(FoldedName left, FoldedName right)
    {
        if (left.Numbers + right.Numbers == 0)
            return NameAgreement.Strong;
        if (left.Numbers == 0 || right.Numbers == 0)
            return NameAgreement.Weak;
        return left.Numbers == right.Numbers && HasAll(left.Words, right.Words) && HasAll(right.Words, left.Words) ? NameAgreement.Strong : NameAgreement.Conflict;
    }

    private static bool HasAll(NameToken[] numbers, NameToken[] words)
    {
        foreach (ref readonly var number in numbers.AsSpan())
        {
            if (number.IsNumber && !Has(words, number))
                return false;
        }
        return true;
    }

    private static bool Has(NameToken[] words, in NameToken number)
    {
        foreach (ref readonly var word in words.AsSpan())
        {
            if (word.IsNumber && string.Equals(word.Form, number.Form, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // A fixed order of the two makes the comparison the same from both sides.
    private static bool IsFirst(FoldedName left, FoldedName right)
    {
        if (left.Significant != right.Significant)
            return left.Significant < right.Significant;
        if (left.Words.Length != right.Words.Length)
            return left.Words.Length < right.Words.Length;
        for (var i = 0; i < left.Words.Length; i++)
        {
            var order = string.CompareOrdinal(left.Words[i].Form, right.Words[i].Form);
            if (order == 0)
                order = string.CompareOrdinal(left.Words[i].Expanded, right.Words[i].Expanded);
            if (order != 0)
                return order < 0;
        }
        return true;
    }

    private static bool SameWords(NameToken[] left, NameToken[] right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!string.Equals(left[i].Form, right[i].Form, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    private static NameAgreement Whole(int words) => words >= 2 ? NameAgreement.Strong : NameAgreement.Weak;
}
