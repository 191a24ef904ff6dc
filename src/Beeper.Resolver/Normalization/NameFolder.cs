using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Names to their comparison form: NFKC, without emoji and invisible characters, without what stands in quotes or brackets, split into words,
/// honorifics dropped and the generation set apart, romanised where the script allows it, lower case by the invariant culture.
/// </summary>
public static class NameFolder
{
    private const int MostTokens = 10;

    /// <summary>The comparison form; <see cref="FoldedName.Empty"/> for a text without letters.</summary>
    public static FoldedName Fold(string name)
    {
        if (name.Length == 0)
            return FoldedName.Empty;
        var words = Words(name);
        if (words.Count == 0)
            return FoldedName.Empty;
        var generation = TakeGeneration(words);
        var rest = words.Where(static word => !NameWords.Honorifics.Contains(word.Form)).ToList();
        // "M" or "Ma" may be all there is of a name.
        if (rest.Count == 0)
            rest = words;
        var isPerson = !rest.TrueForAll(static word => NameWords.Functions.Contains(word.Form));
        return new FoldedName([.. rest.Take(MostTokens)], generation, Script(name), isPerson);
    }

    private static List<NameToken> Words(string name)
    {
        var words = new List<NameToken>(4);
        var word = new StringBuilder();
        var closing = '\0';
        foreach (var c in name.IsNormalized(NormalizationForm.FormKC) ? name : name.Normalize(NormalizationForm.FormKC))
        {
            if (closing != '\0')
            {
                if (c == closing)
                    closing = '\0';
                continue;
            }
            if (char.IsLetterOrDigit(c) || (word.Length > 0 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                word.Append(c);
            else if (c is '\'' or '’' or 'ʼ' or '`' or '´' || char.GetUnicodeCategory(c) is UnicodeCategory.Format)
                continue;
            else
            {
                Flush(word, words);
                closing = c switch { '(' => ')', '[' => ']', '"' => '"', '“' => '”', '„' => '“', '«' => '»', _ => '\0' };
            }
        }
        Flush(word, words);
        return words;
    }

    private static void Flush(StringBuilder word, List<NameToken> words)
    {
        if (word.Length == 0)
            return;
        words.Add(NameRomanizer.Token(word.ToString()));
        word.Clear();
    }

    // "Sr." before a Spanish name is an honorific; behind the name it is a generation, as are the Roman numerals.
    private static string? TakeGeneration(List<NameToken> words)
    {
        if (words.Count < 2 || !NameWords.Generations.Contains(words[^1].Form))
            return DropLeadingSr(words);
        var generation = words[^1].Form switch { "junior" => "jr", "senior" => "sr", var other => other };
        words.RemoveAt(words.Count - 1);
        return generation;
    }

    private static string? DropLeadingSr(List<NameToken> words)
    {
        if (words.Count > 1 && words[0].Form == "sr")
            words.RemoveAt(0);
        return null;
    }

    private static NameScript Script(string name)
    {
        var script = NameScript.None;
        foreach (var c in name)
        {
            var one = ScriptOf(c);
            if (one == NameScript.None || one == script)
                continue;
            if (script != NameScript.None)
                return NameScript.Other;
            script = one;
        }
        return script;
    }

    private static NameScript ScriptOf(char c) => c switch
    {
        _ when !char.IsLetter(c) => NameScript.None,
        < '\u0530' or (>= '\u1E00' and < '\u2000') or (>= '\uFF21' and <= '\uFF5A') => NameScript.Alphabetic,
        >= '\u0590' and < '\u0780' => NameScript.Semitic,
        (>= '\u1100' and < '\u1200') or (>= '\uAC00' and < '\uD7B0') => NameScript.Hangul,
        (>= '\u3040' and < '\u3100') or (>= '\u3400' and < '\uA000') or '々' => NameScript.EastAsian,
        _ => NameScript.Other,
    };
}
