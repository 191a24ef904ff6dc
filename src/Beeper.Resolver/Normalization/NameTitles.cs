using System.Collections.Frozen;

namespace Beeper.Resolver.Normalization;

/// <summary>The words around names that are no names: honorifics before, degrees behind, generations, labels that phones add.</summary>
internal static class NameTitles
{
    private static readonly FrozenSet<string> Honorifics = Words("""
        mr mrs ms miss mx dr prof professor sir dame lady lord rev reverend father capt sgt
        herr frau fraulein fräulein dipl doktor univ
        mme mlle madame monsieur mademoiselle
        sr sra srta señor señora senor senora doña
        signor signora signore dott dottssa dottoressa
        dhr mevr drs inz mgr bayan sayin
        господин госпожа κος
        """);

    // These are names as well (Don, Ing, Pan) and need their full stop.
    private static readonly FrozenSet<string> DottedHonorifics = Words("don dna hon fr hr col lt sig ing avv mag ir mw priv");

    // Those of two letters are names as well (Ma, Ba, Ing): they need capitals, dots or a comma.
    private static readonly FrozenSet<string> Degrees = Words("""
        phd dphil mba msc bsc meng beng llm llb esq esquire cpa cfa dds dvm mph frcs pmp obe cbe mbe habil med dipl-ing
        md do ma ba bs ms rn jd pe qc kc
        さん 様 さま くん ちゃん 先生 님 씨 선생님 女士 小姐 ji
        """);

    private static readonly FrozenDictionary<string, string> Generations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["jr"] = "jr", ["jnr"] = "jr", ["junior"] = "jr", ["júnior"] = "jr", ["filho"] = "jr", ["fils"] = "jr", ["sr"] = "sr", ["snr"] = "sr", ["senior"] = "sr", ["père"] = "sr",
        ["ii"] = "ii", ["2nd"] = "ii", ["iii"] = "iii", ["3rd"] = "iii", ["iv"] = "iv", ["4th"] = "iv", ["neto"] = "neto",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Labels = Words("mobile mobil cell cellphone whatsapp telegram signal work private privat office new");

    private static readonly FrozenSet<string> Particles = Words("""
        de da do dos das del della dello di du des la le les lo los las el al ul bin ibn bint ben van von vom zu zum zur der den dem ter ten te op het af av y e i
        """);

    public static bool IsHonorific(ReadOnlySpan<char> condensed, bool dotted) => Contains(Honorifics, condensed) || (dotted && Contains(DottedHonorifics, condensed));

    /// <summary>Whether a word behind a name is a degree.</summary>
    /// <param name="condensed">Its letters in lower case.</param>
    /// <param name="marked">Whether it is written with full stops, or in capitals in a name that is not.</param>
    public static bool IsDegree(ReadOnlySpan<char> condensed, bool marked) => Contains(Degrees, condensed) && (marked || condensed.Length > 2);

    /// <summary>Whether the last word of a name is a phone's label; the ambiguous ones only behind two names.</summary>
    public static bool IsLabel(ReadOnlySpan<char> word, int wordsBefore) => Contains(Labels, word) && (wordsBefore > 1 || word is "mobile" or "mobil" or "whatsapp" or "telegram");

    public static bool IsParticle(ReadOnlySpan<char> word) => Contains(Particles, word);

    /// <summary>The generation a word stands for, or null. Words that are surnames too (Junior, Neto) count only behind two names.</summary>
    public static string? Generation(ReadOnlySpan<char> condensed, int wordsBefore) =>
        wordsBefore > 0 && Generations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(condensed, out var generation)
        && (wordsBefore > 1 || condensed is "jr" or "sr" or "jnr" or "snr" or "ii" or "iii" or "iv" or "junior" or "senior") ? generation : null;

    private static bool Contains(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string list) => list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
