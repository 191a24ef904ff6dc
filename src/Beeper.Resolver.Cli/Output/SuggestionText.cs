using System.Globalization;
using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Cli.Output;

/// <summary>A merge suggestion for a person to read, and for a document.</summary>
internal static class SuggestionText
{
    private const int EvidenceShown = 3;

    /// <summary>Why, and how often that is right.</summary>
    public static string Reason(MergeSuggestion suggestion)
    {
        var evidence = suggestion.Evidence.Take(EvidenceShown).Concat(suggestion.Evidence.Skip(EvidenceShown).Where(static one => one.Id == "suggestion.decided")).Select(static one => one.Text);
        return $"{suggestion.Text}{string.Concat(evidence.Select(static text => "; " + text))}{Rate(suggestion)}";
    }

    /// <summary>The suggestion in a document.</summary>
    public static object Document(MergeSuggestion suggestion, Func<string, string> nameOf) => new
    {
        contacts = new[] { suggestion.First, suggestion.Second }.Select(key => new { key, name = nameOf(key) }),
        reason = suggestion.Reason,
        probability = suggestion.Probability,
        evidence = suggestion.Evidence,
    };

    private static string Rate(MergeSuggestion suggestion) =>
        suggestion.Probability is { } probability ? string.Create(CultureInfo.InvariantCulture, $" (right in about {probability * 100:0} of 100)") : "";
}
