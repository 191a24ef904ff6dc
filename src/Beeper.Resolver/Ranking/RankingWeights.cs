using System.Text.Json;

namespace Beeper.Resolver.Ranking;

/// <summary>The weights of the ranking, by evidence ID, from a versioned data file; the version is stored with every decision they made.</summary>
public sealed class RankingWeights
{
    private readonly Dictionary<string, Evidence> _evidence;
    private readonly HashSet<string> _untilFound;

    private RankingWeights(WeightsFile file)
    {
        Version = file.Version;
        Prior = file.Prior.Weight;
        LeastScore = file.LeastScore.Weight;
        Weights = file.Weights;
        _evidence = file.Weights.ToDictionary(weight => weight.Id, weight => new Evidence(weight.Id, weight.Weight, weight.Text), StringComparer.Ordinal);
        _untilFound = file.Weights.Where(static weight => weight.UntilFound).Select(static weight => weight.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The weights the library ships.</summary>
    public static RankingWeights Default { get; } = Read();

    /// <summary>Version of the file.</summary>
    public string Version { get; }

    /// <summary>Log2 odds before any evidence.</summary>
    public double Prior { get; }

    /// <summary>The score below which an identifier is not tried at all, 0 to 100.</summary>
    public double LeastScore { get; }

    /// <summary>All weights, in the order of the file.</summary>
    public IReadOnlyList<RankingWeight> Weights { get; }

    /// <summary>The evidence with its weight and words.</summary>
    /// <exception cref="KeyNotFoundException">The data file has no weight of that ID.</exception>
    public Evidence this[string id] => _evidence[id];

    /// <summary>The log2 odds of a list of evidence: the prior plus every weight.</summary>
    public double LogOdds(IReadOnlyList<Evidence> evidence)
    {
        var sum = Prior;
        for (var index = 0; index < evidence.Count; index++)
            sum += evidence[index].Weight;
        return sum;
    }

    /// <summary>The log2 odds that a person who was found is the contact: without what only says how likely anybody is found.</summary>
    public double PersonLogOdds(IReadOnlyList<Evidence> evidence)
    {
        var sum = Prior;
        for (var index = 0; index < evidence.Count; index++)
            sum += CountsUntilFound(evidence[index].Id) ? 0 : evidence[index].Weight;
        return sum;
    }

    /// <summary>Whether evidence counts only until somebody was found.</summary>
    public bool CountsUntilFound(string id) => _untilFound.Contains(id);

    /// <summary>Whether evidence is about somebody who was found, by a look-up or in a listing.</summary>
    public static bool IsOfPerson(string id) => id.StartsWith("lookup.", StringComparison.Ordinal) || id.StartsWith("listing.", StringComparison.Ordinal);

    private static RankingWeights Read()
    {
        using var stream = typeof(RankingWeights).Assembly.GetManifestResourceStream("weights.json")
            ?? throw new InvalidOperationException("weights.json is not embedded in the assembly.");
        return new RankingWeights(JsonSerializer.Deserialize<WeightsFile>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("weights.json is empty."));
    }

    private sealed record WeightsFile(string Version, Setting Prior, Setting LeastScore, RankingWeight[] Weights);

    private sealed record Setting(double Weight, string Reason);
}
