using System.Buffers;
using System.Text;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Names to their comparison form: NFKC, without emoji and invisible characters, without what stands in quotes or brackets, split into words,
/// honorifics and degrees dropped and the generation set apart, romanised where the script allows it, lower case by the invariant culture.
/// No step asks for the current culture. Thread-safe.
/// </summary>
public static class NameFolder
{
    // Longer texts are notes; what makes a name stands at their start.
    private const int LongestName = 512;
    private const char Reversed = '\uFFFE';
    private static readonly SearchValues<char> Asides = SearchValues.Create("([{\"“„«");

    /// <summary>The comparison form; <see cref="FoldedName.Empty"/> for a text without letters.</summary>
    public static FoldedName Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0)
            return FoldedName.Empty;
        var text = Composed(name.Length > LongestName ? name[..LongestName] : name);
        var reader = new NameReader(text.AsSpan().ContainsAny(Asides) ? WithoutAsides(text) : text);
        // A name may be all in brackets or quotes.
        if (reader.Count == 0)
            reader = new NameReader(text);
        return reader.Count == 0 ? FoldedName.Empty : Made(reader, GarbledText.Is(name));
    }

    private static FoldedName Made(in NameReader reader, bool isGarbled)
    {
        var words = WithoutLabel(OneScript(reader.ToWords(), out var script));
        if (script is NameScript.Hangul)
            words = KoreanNames.Parted(words);
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (words[i].Kinds.HasFlag(NameWordKinds.Particle))
                words[i] = words[i] with { IsParticle = true };
        }
        return new FoldedName(words, reader.Generation, script, !isGarbled && !reader.IsSeveral && NameFunctions.IsPerson(words, reader.CapitalTail));
    }

    // "王小明 Xiaoming Wang" gives the name twice; the one that can be compared with more is taken.
    private static NameToken[] OneScript(NameToken[] words, out NameScript script)
    {
        script = NameScript.None;
        var alphabetic = 0;
        foreach (ref readonly var word in words.AsSpan())
        {
            if (word.Script == NameScript.Alphabetic)
                alphabetic++;
            if (word.Script != NameScript.None)
                script = script == NameScript.None || script == word.Script ? word.Script : NameScript.Other;
        }
        if (script != NameScript.Other || alphabetic < 2)
            return words;
        script = NameScript.Alphabetic;
        return Array.FindAll(words, static word => word.Script is NameScript.Alphabetic or NameScript.None);
    }

    private static NameToken[] WithoutLabel(NameToken[] words) => words.Length > 1 && NameFunctions.IsLabel(words[^1], words.Length - 1) ? words[..^1] : words;

    private static string Composed(string name)
    {
        if (Ascii.IsValid(name))
            return name;
        var text = WithoutBrokenCharacters(name);
        return text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
    }

    // .NET normalises no text with a lone surrogate or with U+FFFE in it.
    private static string WithoutBrokenCharacters(string name)
    {
        var broken = false;
        for (var i = 0; i < name.Length && !broken; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                i++;
            else
                broken = char.IsSurrogate(name[i]) || name[i] == Reversed;
        }
        if (!broken)
            return name;
        var whole = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value != Reversed)
                whole.Append(rune);
        }
        return whole.ToString();
    }

    private static string WithoutAsides(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = Closing(text[i]) is { } closing ? text.IndexOfAny(closing, i + 1) : -1;
            kept.Append(end < 0 ? text[i] : ' ');
            if (end >= 0)
                i = end;
        }
        return kept.ToString();
    }

    private static char[]? Closing(char opening) => opening switch
    {
        '(' => [')'],
        '[' => [']'],
        '{' => ['}'],
        '"' => ['"'],
        '“' or '„' => ['“', '”', '"'],
        '«' => ['»'],
        _ => null,
    };
}
