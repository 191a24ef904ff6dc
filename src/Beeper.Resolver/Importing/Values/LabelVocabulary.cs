using System.Collections.Frozen;
using System.Text.Json;
using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>The labels of values in every language of the data file, and the canonical word for each.</summary>
internal static class LabelVocabulary
{
    private static readonly Lazy<FrozenDictionary<string, string>> ByLabel = new(Read);

    /// <summary>The canonical label (<c>mobile</c>, <c>home</c>, <c>work fax</c> …); what the words of an unknown one say of its kind, else the label in lower case; null for an empty one.</summary>
    public static string? Canonical(string? label)
    {
        var text = label?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return Find(text) ?? TokenRules.Label(text) ?? text.ToLowerInvariant();
    }

    /// <summary>Whether a label is listed, with or without a number behind it.</summary>
    public static bool IsKnown(string label) => Find(label) is not null;

    // A second number of the kind is "Mobile 2".
    private static string? Find(string label)
    {
        var folded = HeaderFold.Fold(label);
        return ByLabel.Value.TryGetValue(folded, out var canonical) || ByLabel.Value.TryGetValue(folded.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out canonical) ? canonical : null;
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
