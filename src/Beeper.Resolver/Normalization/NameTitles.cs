using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>The words around names that are no names: honorifics before, degrees behind, generations.</summary>
internal static class NameTitles
{
    private const string Honorifics = """
        mr mrs ms miss mx dr prof professor sir dame lady lord rev reverend father capt sgt
        herr frau fraulein fräulein dipl dipling drmed doktor univ
        mme mlle madame monsieur mademoiselle
        sr sra srta señor señora senor senora doña
        signor signora signore dott dottssa dottoressa
        dhr mevr drs inz mgr bayan sayin
        господин госпожа κος
        """;

    // These are names as well (Don, Ing, Pan) and need their full stop.
    private const string DottedHonorifics = "don dna hon fr hr col lt sig ing avv mag ir mw priv";

    // Those of two letters are names as well (Ma, Do): they need capitals or full stops.
    private const string Degrees = """
        phd dphil mba msc bsc meng beng llm llb esq esquire cpa cfa dds dvm mph frcs pmp obe cbe mbe habil med dipling
        md do ma ba bs ms rn jd pe qc kc
        さん 様 さま くん ちゃん 先生 님 씨 선생님 女士 小姐 ji
        """;

    private static readonly (string Generation, string Words)[] Generations =
    [
        ("jr", "jr jnr junior júnior filho fils"),
        ("sr", "sr snr senior père"),
        ("ii", "ii 2nd"),
        ("iii", "iii 3rd"),
        ("iv", "iv 4th"),
        ("neto", "neto"),
    ];

    private static readonly FrozenDictionary<string, NameTitle>.AlternateLookup<ReadOnlySpan<char>> ByWord = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word, given as its letters in lower case, may be besides a name; false for nearly all words.</summary>
    public static bool TryFind(ReadOnlySpan<char> condensed, out NameTitle title) => ByWord.TryGetValue(condensed, out title);

    private static FrozenDictionary<string, NameTitle> Read()
    {
        var titles = new Dictionary<string, NameTitle>(StringComparer.Ordinal);
        foreach (var word in Words(Honorifics))
            titles[word] = titles.GetValueOrDefault(word) with { IsHonorific = true };
        foreach (var word in Words(DottedHonorifics))
            titles[word] = titles.GetValueOrDefault(word) with { IsDottedHonorific = true };
        foreach (var word in Words(Degrees))
            titles[word] = titles.GetValueOrDefault(word) with { IsDegree = true };
        foreach (var (generation, words) in Generations)
        {
            foreach (var word in Words(words))
                titles[word] = titles.GetValueOrDefault(word) with { Generation = generation };
        }
        return titles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Words(string list) => list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
