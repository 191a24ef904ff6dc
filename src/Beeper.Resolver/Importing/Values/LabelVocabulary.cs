using System.Collections.Frozen;
using System.Text.Json;
using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>The labels of values in every language of the data file, and the canonical word for each.</summary>
internal static class LabelVocabulary
{
    private static readonly Lazy<FrozenDictionary<string, string>> ByLabel = new(Read);

    /// <summary>The canonical label (<c>mobile</c>, <c>home</c>, <c>work fax</c> …); a label nobody knows in lower case; null for an empty one.</summary>
    public static string? Canonical(string? label)
    {
        var text = label?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return ByLabel.Value.TryGetValue(HeaderFold.Fold(text), out var canonical) ? canonical : text.ToLowerInvariant();
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(LabelVocabulary).Assembly.GetManifestResourceStream("labels.json")
            ?? throw new InvalidOperationException("labels.json is not embedded in the assembly.");
        var labels = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream) ?? [];
        var byLabel = new Dictionary<string, string>();
        foreach (var (canonical, languages) in labels)
        {
            foreach (var label in languages.Values.SelectMany(static words => words))
                byLabel.TryAdd(HeaderFold.Fold(label), canonical);
        }
        return byLabel.ToFrozenDictionary();
    }
}
