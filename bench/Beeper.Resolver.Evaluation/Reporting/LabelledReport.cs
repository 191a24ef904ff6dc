using System.Globalization;
using Beeper.Resolver.Evaluation.Running;
using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Evaluation.Reporting;

/// <summary>Merges a public labelled set and compares the pairs with its labels.</summary>
internal static class LabelledReport
{
    public static string Of(string path)
    {
        var set = LabelledSet.Read(path);
        var result = new ContactMerger().Merge(set.Records, [], []);
        var text = new MarkdownText();
        text.Heading(1, $"Labelled set {Path.GetFileName(path)}");
        var groups = result.Contacts.ToDictionary(static contact => contact.Key, contact => contact.Records.Select(record => set.Truth[record.Location]).ToList(), StringComparer.Ordinal);
        text.Table(["", "precision", "recall", "F1", "wrong pairs", "missed pairs", "biggest"], [Row("automatic", groups), Row("all suggestions accepted", Accepted(groups, result.Suggestions))]);
        return text.ToString();
    }

    private static Dictionary<string, List<string>> Accepted(Dictionary<string, List<string>> groups, IReadOnlyList<MergeSuggestion> suggestions)
    {
        var root = groups.Keys.ToDictionary(static key => key, StringComparer.Ordinal);
        string Root(string key) => root[key] == key ? key : root[key] = Root(root[key]);
        foreach (var suggestion in suggestions)
            root[Root(suggestion.First)] = Root(suggestion.Second);
        return groups.GroupBy(group => Root(group.Key), StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.SelectMany(static one => one.Value).ToList(), StringComparer.Ordinal);
    }

    private static string[] Row(string name, Dictionary<string, List<string>> groups)
    {
        var all = groups.Values.SelectMany(static group => group).GroupBy(static label => label, StringComparer.Ordinal).Sum(static same => Pairs(same.Count()));
        var made = groups.Values.Sum(static group => Pairs(group.Count));
        var right = groups.Values.Sum(static group => group.GroupBy(static label => label, StringComparer.Ordinal).Sum(static same => Pairs(same.Count())));
        return
        [
            name, MarkdownText.Percent((double)right / made), MarkdownText.Percent((double)right / all), MarkdownText.Percent(2.0 * right / (made + all)),
            (made - right).ToString(CultureInfo.InvariantCulture), (all - right).ToString(CultureInfo.InvariantCulture), groups.Values.Max(static group => group.Count).ToString(CultureInfo.InvariantCulture),
        ];
    }

    private static long Pairs(long count) => count * (count - 1) / 2;
}
