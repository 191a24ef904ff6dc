using System.Globalization;
using Beeper.Resolver.Evaluation.Measuring;
using Beeper.Resolver.Evaluation.Running;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Evaluation.Reporting;

/// <summary>Merges a public labelled set, by the product's rules and by the learned model, and compares the pairs with its labels.</summary>
internal static class LabelledReport
{
    public static string Of(IReadOnlyList<string> files, IReadOnlyCollection<string> without)
    {
        var set = LabelledSet.Read(files, without);
        var result = new ContactMerger().Merge(set.Records, [], []);
        var text = new MarkdownText();
        text.Heading(1, $"Labelled set {string.Join(" and ", files.Select(Path.GetFileName))}{(without.Count > 0 ? $" without {string.Join(", ", without)}" : "")}");
        text.Paragraph($"{set.Records.Count} records{(set.Files is null ? "" : "; the files have nobody twice each, so that only pairs across them count")}.");
        var groups = result.Contacts.ToDictionary(static contact => contact.Key, contact => contact.Records.Select(record => set.Truth[record.Location]).ToList(), StringComparer.Ordinal);
        var learned = new LabelledQuality(set.Labels, RecordLinkage.Link(set.Fields, set.Values, set.Files));
        text.Table(["", "precision", "recall", "F1", "wrong pairs", "missed pairs", "biggest"],
        [
            Row("automatic merger", groups), Row("automatic merger, all suggestions accepted", Accepted(groups, result.Suggestions)),
            Row("learned model, pairs p ≥ .5", learned.AtHalf), Row("learned model, best threshold (uses the labels)", learned.Best), Row("learned model, groups", learned.Groups),
        ]);
        text.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Learned model: {learned.Compared} pairs compared, {learned.NotCompared} pairs of one person not among them; best threshold at p = {learned.BestAt:0.0000}; ECE {learned.CalibrationError:0.0000} over the compared pairs, {learned.DoubtfulError:0.0000} over those with .01 < p < .99."));
        return text.ToString();
    }

    private static string[] Row(string name, LabelledCount count) =>
    [
        name, MarkdownText.Percent(count.Precision), MarkdownText.Percent(count.Recall), MarkdownText.Percent(count.F1),
        count.Wrong.ToString(CultureInfo.InvariantCulture), count.Missed.ToString(CultureInfo.InvariantCulture), count.Biggest.ToString(CultureInfo.InvariantCulture),
    ];

    private static Dictionary<string, List<string>> Accepted(Dictionary<string, List<string>> groups, IReadOnlyList<MergeSuggestion> suggestions)
    {
        var root = groups.Keys.ToDictionary(static key => key, StringComparer.Ordinal);
        string Root(string key) => root[key] == key ? key : root[key] = Root(root[key]);
        foreach (var suggestion in suggestions)
            root[Root(suggestion.First)] = Root(suggestion.Second);
        return groups.GroupBy(group => Root(group.Key), StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.SelectMany(static one => one.Value).ToList(), StringComparer.Ordinal);
    }

    private static string[] Row(string name, Dictionary<string, List<string>> groups) => Row(name, LabelledCount.Of(groups.Values));
}
