using System.Collections.Frozen;
using System.Text.Json;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Korean names: written without a blank, the first syllable is the surname (or the first two, for the few surnames that have two); in Latin letters
/// surnames have grown spellings of their own (Kim for 김, Lee for 이), which the data file lists.
/// </summary>
internal static class KoreanNames
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Surnames = new(Read);

    /// <summary>The words of a name in Hangul as surname and given name.</summary>
    public static NameToken[] Parted(NameToken[] words)
    {
        if (words.Length == 1 && words[0].Form.Length is >= 2 and <= 6)
        {
            var whole = words[0].Form;
            var surname = whole.Length > 3 && Surnames.Value.ContainsKey(whole[..2]) ? whole[..2] : whole[..1];
            return Surnames.Value.ContainsKey(surname) ? [Part(surname), Part(whole[surname.Length..])] : words;
        }
        if (words.Length > 2 && Array.TrueForAll(words, static word => word.Script == NameScript.Hangul))
            return [words[0], Part(string.Concat(words[1..].Select(static word => word.Form)))];
        return words;
    }

    /// <summary>Whether a Latin word is a spelling of a surname in Hangul.</summary>
    public static bool IsSurname(in NameToken hangul, in NameToken latin) =>
        Surnames.Value.TryGetValue(hangul.Form, out var spellings)
            ? Array.IndexOf(spellings, latin.Form) >= 0
            : string.Equals(hangul.Expanded, latin.Form, StringComparison.Ordinal);

    private static NameToken Part(string hangul) => new(NameRomanizer.Word(hangul, NameScript.Hangul));

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(KoreanNames).Assembly.GetManifestResourceStream("korean-surnames.json")
            ?? throw new InvalidOperationException("korean-surnames.json is not embedded in the assembly.");
        var surnames = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        return surnames.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.Split(' '), StringComparer.Ordinal);
    }
}
