using System.Collections.Frozen;
using System.Text.Json;

namespace Beeper.Resolver.Importing.Headers;

/// <summary>Which header words mean which field, in every language of the data file; the words of one field are listed per language.</summary>
internal static class HeaderVocabulary
{
    private static readonly Lazy<FrozenDictionary<string, HeaderMeaning[]>> ByWord = new(Read);

    /// <summary>What a header may mean, English first; empty when no language knows it.</summary>
    public static IReadOnlyList<HeaderMeaning> Find(string folded) => ByWord.Value.TryGetValue(folded, out var meanings) ? meanings : [];

    /// <summary>Whether any language knows a header.</summary>
    public static bool IsKnown(string header) => ByWord.Value.ContainsKey(HeaderFold.Fold(header));

    private static FrozenDictionary<string, HeaderMeaning[]> Read()
    {
        using var stream = typeof(HeaderVocabulary).Assembly.GetManifestResourceStream("headers.json")
            ?? throw new InvalidOperationException("headers.json is not embedded in the assembly.");
        var fields = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream) ?? [];
        var byWord = new Dictionary<string, Dictionary<string, List<string>>>();
        foreach (var (field, languages) in fields)
        {
            foreach (var (language, words) in languages)
            {
                foreach (var word in words.Select(HeaderFold.Fold).Distinct())
                    Languages(byWord, word, field).Add(language);
            }
        }
        return byWord.ToFrozenDictionary(
            static pair => pair.Key,
            static pair => pair.Value.Select(static meaning => new HeaderMeaning(meaning.Key, meaning.Value)).OrderByDescending(static meaning => meaning.Languages.Contains("en")).ToArray());
    }

    private static List<string> Languages(Dictionary<string, Dictionary<string, List<string>>> byWord, string word, string field)
    {
        if (!byWord.TryGetValue(word, out var meanings))
            byWord[word] = meanings = [];
        if (!meanings.TryGetValue(field, out var languages))
            meanings[field] = languages = [];
        return languages;
    }
}
