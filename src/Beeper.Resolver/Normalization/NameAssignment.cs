using System.Numerics;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Gives each word of the shorter name a word of the longer one, in any order: the same in any spelling first, then words written in one or apart,
/// short forms, near spellings, initials. What is left over on the shorter side is a conflict.
/// </summary>
internal static class NameAssignment
{
    private const int LongestJoin = 4;
    private const int ShortestGivenName = 4;

    private enum Likeness
    {
        Same,
        Related,
        Near,
        Initial,
    }

    /// <summary>How the names agree.</summary>
    public static NameAgreement Match(NameToken[] shorter, NameToken[] longer)
    {
        var open = Significant(shorter);
        var free = Significant(longer);
        var words = BitOperations.PopCount(open);
        var whole = Take(Likeness.Same, shorter, longer, ref open, ref free);
        if (open != 0)
        {
            whole += Join(shorter, longer, ref open, ref free);
            whole += Join(longer, shorter, ref free, ref open);
        }
        if (open == 0)
            return whole >= 2 ? NameAgreement.Strong : whole == 1 ? NameAgreement.Weak : NameAgreement.Unknown;
        var related = Take(Likeness.Related, shorter, longer, ref open, ref free);
        var near = Take(Likeness.Near, shorter, longer, ref open, ref free);
        if (open != 0 && shorter.Length > 1 && BeginsWithGivenName(shorter[0], longer[0]))
            near += FamilySlips(shorter, longer, ref open, ref free);
        var initials = Take(Likeness.Initial, shorter, longer, ref open, ref free);
        if (open != 0)
            return words == 0 ? NameAgreement.Unknown : NameAgreement.Conflict;
        return whole >= 2 ? (near == 0 ? NameAgreement.Strong : NameAgreement.Compatible)
            : whole == 1 && related + near + initials > 0 ? NameAgreement.Compatible
            : NameAgreement.Weak;
    }

    private static uint Significant(NameToken[] words)
    {
        var bits = 0u;
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].IsParticle && !words[i].IsNumber)
                bits |= 1u << i;
        }
        return bits;
    }

    private static int Take(Likeness likeness, NameToken[] shorter, NameToken[] longer, ref uint open, ref uint free)
    {
        var taken = 0;
        for (var i = 0; i < shorter.Length; i++)
        {
            if ((open & (1u << i)) == 0)
                continue;
            for (var j = 0; j < longer.Length; j++)
            {
                if ((free & (1u << j)) == 0 || !Agree(likeness, shorter[i], longer[j]))
                    continue;
                open &= ~(1u << i);
                free &= ~(1u << j);
                taken++;
                break;
            }
        }
        return taken;
    }

    // Siblings differ in the given name. So the first words have to be one given name, and neither of the others a given name, before a short one may be mistyped.
    private static int FamilySlips(NameToken[] shorter, NameToken[] longer, ref uint open, ref uint free)
    {
        for (var i = 1; i < shorter.Length; i++)
        {
            for (var j = 1; j < longer.Length; j++)
            {
                if ((open & (1u << i)) == 0 || (free & (1u << j)) == 0 || shorter[i].IsGivenName || longer[j].IsGivenName || !NearName.IsFamilySlip(shorter[i].Form, longer[j].Form))
                    continue;
                open &= ~(1u << i);
                free &= ~(1u << j);
                return 1;
            }
        }
        return 0;
    }

    // Where the family name stands first (Wang Xiaoming, Wang Xiaomin) a letter makes another person.
    private static bool BeginsWithGivenName(in NameToken a, in NameToken b) =>
        a.ShortName != 0 && b.ShortName != 0 && a.Form.Length >= ShortestGivenName && b.Form.Length >= ShortestGivenName && (Agree(Likeness.Same, a, b) || Agree(Likeness.Related, a, b));

    private static bool Agree(Likeness likeness, in NameToken a, in NameToken b) => likeness switch
    {
        Likeness.Same => NameToken.IsSame(a, b) && !a.IsInitial && !b.IsInitial,
        Likeness.Related => NameVocabulary.AreShortForms(a.ShortName, b.ShortName) || (a.SpelledName != 0 && a.SpelledName == b.SpelledName)
            || NearName.IsSameFamily(a.Form, b.Form),
        Likeness.Near => NearName.IsSlip(a.Form, b.Form),
        _ => (a.IsInitial || b.IsInitial) && a.Script == b.Script && (Begins(a, b) || Begins(b, a)),
    };

    // Ч and Chernova; Х is Kh or H.
    private static bool Begins(in NameToken initial, in NameToken word) =>
        initial.IsInitial && (word.Form.StartsWith(initial.Form, StringComparison.Ordinal) || word.Spelling.StartsWith(initial.Spelling, StringComparison.Ordinal));

    // "Anna Lena" and "Annalena", "van der Berg" and "Vanderberg": words that stand together, particles among them, are one on the other side.
    private static int Join(NameToken[] joined, NameToken[] parted, ref uint openJoined, ref uint openParted)
    {
        var taken = 0;
        for (var i = 0; i < joined.Length; i++)
        {
            if ((openJoined & (1u << i)) == 0)
                continue;
            for (var j = 0; j + 1 < parted.Length; j++)
            {
                if (Run(joined[i].Form, parted, j, openParted) is not (var length and > 0))
                    continue;
                openJoined &= ~(1u << i);
                openParted &= ~(((1u << length) - 1) << j);
                taken++;
                break;
            }
        }
        return taken;
    }

    private static int Run(ReadOnlySpan<char> word, NameToken[] parted, int start, uint open)
    {
        for (var j = start; j < parted.Length && j < start + LongestJoin; j++)
        {
            if (parted[j].IsNumber || (!parted[j].IsParticle && (open & (1u << j)) == 0) || !word.StartsWith(parted[j].Form))
                return 0;
            word = word[parted[j].Form.Length..];
            if (word.IsEmpty)
                return j > start ? j - start + 1 : 0;
        }
        return 0;
    }
}
