using System.Globalization;
using System.Text.Json;
using Beeper.Resolver.Evaluation.Measuring;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>Fits the library's calibration curves to the outcomes of a run and writes them as its data file.</summary>
internal static class CalibrationRun
{
    private const int FewestPerBlock = 100;

    // Nobody is certain, however many were right.
    private const double MostCertain = 0.9995;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads outcome lines and writes the data file.</summary>
    public static async Task RunAsync(string outcomes, string output, CancellationToken cancellationToken)
    {
        var lines = new List<OutcomeLine>();
        await foreach (var line in File.ReadLinesAsync(outcomes, cancellationToken))
            lines.Add(JsonSerializer.Deserialize<OutcomeLine>(line, ResolverJson.Options)!);
        var weights = RankingWeights.Default;
        var identifiers = lines.Where(static line => IsAsked(line)).Select(line => (weights.LogOdds([.. line.Evidence.Where(static one => !RankingWeights.IsOfPerson(one.Id))]), line.IdentifierReaches == true)).ToList();
        var persons = lines.Where(static line => line.IsRight is not null && IsJudged(line)).Select(line => (weights.PersonLogOdds(line.Evidence), line.IsRight == true)).ToList();
        await File.WriteAllTextAsync(output, JsonSerializer.Serialize(new
        {
            version = weights.Version,
            fittedOn = string.Create(CultureInfo.InvariantCulture, $"{identifiers.Count} identifiers asked about and {persons.Count} people found in {Path.GetFileNameWithoutExtension(outcomes)}"),
            identifier = Fit(identifiers),
            person = Fit(persons),
        }, Indented) + "\n", cancellationToken);
    }

    private static bool IsAsked(OutcomeLine line) => line is { Network: not "linkedin", Kind: not null } && !line.Evidence.Any(static one => one.Id.StartsWith("listing.", StringComparison.Ordinal) || one.Id.StartsWith("skip.", StringComparison.Ordinal) || one.Id == "note.not_listed");

    // A conflict is decided by its hold, whatever the sum.
    private static bool IsJudged(OutcomeLine line) => !line.Evidence.Any(static one => one.Id is "hold.name_conflict" or "hold.name_only");

    private static List<CalibrationPoint> Fit(List<(double LogOdds, bool IsRight)> samples) =>
        [.. IsotonicFit.Of(samples, FewestPerBlock).Select(static point => point with { Rate = Math.Min(point.Rate, MostCertain) })];
}
