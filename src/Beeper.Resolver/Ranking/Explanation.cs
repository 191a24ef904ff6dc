using System.Globalization;
using System.Text;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// A decision in words: every contribution with its weight, the score they come to, every hold and skip, and what is different from the run
/// before. Holds no personal data.
/// </summary>
public static class Explanation
{
    private const int MostTerms = 3;

    /// <summary>
    /// The whole waterfall: <c>+3.0 mobile number, +2.0 labelled mobile, +1.0 marked as primary => 82/100, start</c>. What counted only until
    /// somebody was found stands in brackets.
    /// </summary>
    public static string Of(Resolution resolution) => Line(resolution.Evidence, resolution.Score, Words(resolution.Decision, resolution.Outcome));

    /// <summary>The waterfall of a candidate.</summary>
    public static string Of(Candidate candidate) => Line(candidate.Evidence, candidate.Score, Words(candidate.Decision, null));

    /// <summary>The three largest contributions and every hold, skip and note.</summary>
    public static string Brief(Resolution resolution)
    {
        var largest = resolution.Evidence.Where(one => one.Weight != 0 && !IsPassed(one, resolution.Evidence)).OrderByDescending(static one => Math.Abs(one.Weight)).Take(MostTerms).ToHashSet();
        return Line([.. resolution.Evidence.Where(one => one.Weight == 0 || largest.Contains(one))], resolution.Score, Words(resolution.Decision, resolution.Outcome));
    }

    /// <summary>What is different from the run before, a line for each thing; empty where nothing is.</summary>
    public static IReadOnlyList<string> Changes(Resolution resolution)
    {
        if (resolution.Earlier is not { } earlier)
            return [];
        var lines = new List<string>();
        var (was, now) = (Words(earlier.Decision, earlier.Outcome), Words(resolution.Decision, resolution.Outcome));
        if (was != now)
            lines.Add($"was {was}, now {now}");
        if (earlier.Score != resolution.Score && earlier.Score is not null && resolution.Score is not null)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"score was {earlier.Score:0.#}, now {resolution.Score:0.#}"));
        lines.AddRange(resolution.Evidence.Where(one => !earlier.EvidenceIds.Contains(one.Id)).DistinctBy(static one => one.Id).Select(static one => $"new: {one.Text} ({one.Id})"));
        lines.AddRange(earlier.EvidenceIds.Distinct(StringComparer.Ordinal).Where(id => !resolution.Evidence.Any(one => one.Id == id)).Select(static id => $"gone: {TextOf(id)}"));
        return lines;
    }

    private static string Line(IReadOnlyList<Evidence> evidence, double? score, string decision)
    {
        var text = new StringBuilder();
        foreach (var one in evidence)
        {
            if (text.Length > 0)
                text.Append(", ");
            if (one.Weight != 0)
                text.Append(IsPassed(one, evidence) ? $"({Weighed(one)})" : Weighed(one));
            else
                text.Append(one.Id[..one.Id.IndexOf('.', StringComparison.Ordinal)]).Append(": ").Append(one.Text);
        }
        if (text.Length > 0)
            text.Append(' ');
        text.Append("=> ");
        if (score is { } points)
            text.Append(points.ToString("0", CultureInfo.InvariantCulture)).Append("/100, ");
        return text.Append(decision).ToString();
    }

    private static string Weighed(Evidence one) => $"{(one.Weight > 0 ? '+' : '−')}{Math.Abs(one.Weight).ToString("0.0", CultureInfo.InvariantCulture)} {one.Text}";

    private static bool IsPassed(Evidence one, IReadOnlyList<Evidence> evidence) => RankingWeights.Default.CountsUntilFound(one.Id) && evidence.Any(static other => RankingWeights.IsOfPerson(other.Id));

    private static string Words(Decision decision, Outcome? outcome) => outcome is null
        ? decision.ToString().ToLowerInvariant()
        : $"{decision.ToString().ToLowerInvariant()}, {(outcome == Outcome.NotFound ? "not found" : outcome.ToString()!.ToLowerInvariant())}";

    private static string TextOf(string id)
    {
        foreach (var weight in RankingWeights.Default.Weights)
        {
            if (string.Equals(weight.Id, id, StringComparison.Ordinal))
                return $"{weight.Text} ({id})";
        }
        return id;
    }
}
