using System.Globalization;
using System.Text.Json;
using Beeper.Resolver.Reporting;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Cli.Output;

/// <summary>The contacts that may be one person, the likeliest first.</summary>
internal static class SuggestionList
{
    private const int NameWidth = 26;
    private const int KeyWidth = 12;

    /// <summary>Writes them.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="store">The store they are in.</param>
    /// <param name="asJson">Whether as one document.</param>
    /// <param name="limit">The most to write.</param>
    public static void Show(Terminal terminal, ResolutionStore store, bool asJson, int limit)
    {
        var suggestions = store.Suggestions.Load();
        var names = suggestions.Count == 0 ? [] : store.Contacts.LoadKnown().ToDictionary(static known => known.Key, static known => known.Name, StringComparer.Ordinal);
        string NameOf(string key) => names.GetValueOrDefault(key, "");
        if (asJson)
        {
            var learning = store.Suggestions.Learning();
            terminal.Line(JsonSerializer.Serialize(new
            {
                schema = 1, total = suggestions.Count, suggestions = suggestions.Take(limit).Select(suggestion => SuggestionText.Document(suggestion, NameOf)),
                model = learning is null ? null : new { learning.Version, learning.Confirmed, learning.Rejected },
            }, ResolverJson.Options));
            return;
        }
        foreach (var suggestion in suggestions.Take(limit))
        {
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{suggestion.Probability * 100,3:0}  {suggestion.First,-KeyWidth} {VisibleText.Cut(Shown(NameOf(suggestion.First)), NameWidth),-NameWidth}  {suggestion.Second,-KeyWidth} {VisibleText.Cut(Shown(NameOf(suggestion.Second)), NameWidth)}"));
            terminal.Line($"     {SuggestionText.Reason(suggestion)}");
        }
        if (suggestions.Count > limit)
            terminal.Line($"… {suggestions.Count - limit} more with --limit {suggestions.Count}");
        terminal.Line(suggestions.Count == 0
            ? "No contacts look as if they were one person."
            : "next:  beeper-resolver merge KEY KEY             they are one person; or: beeper-resolver keep-apart KEY KEY");
    }

    private static string Shown(string name) => name.Length == 0 ? "(no name)" : name;
}
