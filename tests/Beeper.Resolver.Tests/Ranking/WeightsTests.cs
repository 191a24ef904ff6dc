using System.Text.RegularExpressions;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Tests.Ranking;

public sealed partial class WeightsTests
{
    [Fact]
    public void Every_weight_has_a_dotted_ID_words_and_a_reason()
    {
        Assert.All(RankingWeights.Default.Weights, static weight =>
        {
            Assert.Matches(Dotted(), weight.Id);
            Assert.NotEmpty(weight.Text);
            Assert.NotEmpty(weight.Reason);
        });
        Assert.Equal(RankingWeights.Default.Weights.Count, RankingWeights.Default.Weights.DistinctBy(static weight => weight.Id).Count());
    }

    [Fact]
    public void The_documented_table_is_that_of_the_data_file()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "ranking.md"));
        Assert.All(RankingWeights.Default.Weights, weight => Assert.Contains(Row(weight), page, StringComparison.Ordinal));
        Assert.Equal(RankingWeights.Default.Weights.Count, Rows().Count(page));
    }

    [Fact]
    public void Every_hold_and_skip_of_the_source_is_documented()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "ranking.md"));
        var sources = new[] { "Ranking", "Pipeline" }.SelectMany(static folder => Directory.GetFiles(Path.Combine(Repository.Root, "src", "Beeper.Resolver", folder), "*.cs")).Select(File.ReadAllText);
        var ids = sources.SelectMany(static text => Vetoes().Matches(text).Select(static match => match.Groups["id"].Value)).Distinct().ToList();
        Assert.True(ids.Count > 15);
        Assert.All(ids, id => Assert.Contains($"`{id}`", page, StringComparison.Ordinal));
    }

    private static string Row(RankingWeight weight) => FormattableString.Invariant($"| `{weight.Id}` | {weight.Weight:+0.0;−0.0} | {weight.Text} | {weight.Reason} |");

    [GeneratedRegex(@"\A[a-z_]+(\.[a-z_]+)+\z|\Aprimary\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^\| `[a-z_.]+` \| [+−][0-9]", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rows();

    [GeneratedRegex(@"new\(""(?<id>(hold|skip|note|unknown)\.[a-z_]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Vetoes();
}
