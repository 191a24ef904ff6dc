using Beeper.Resolver.Merging;
using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>
/// What a suggestion's reason and traits are worth for one user: the shipped numbers, corrected by how strangers agree in these address
/// books, and by what the user has confirmed and rejected. The shipped numbers count as a few decisions, so that the first ones move it
/// gently and many outweigh it.
/// </summary>
internal sealed class SuggestionModel
{
    private const double RateStrength = 10;
    private const double TraitStrength = 30;
    private const double StrangerStrength = 20;

    private readonly Dictionary<MergeReason, double> _rates = [];
    private readonly Dictionary<SuggestionTrait, double[]> _weights = [];

    /// <summary>Learns a model.</summary>
    /// <param name="numbers">The shipped numbers.</param>
    /// <param name="strangers">Patterns of contacts of these books drawn at random.</param>
    /// <param name="decided">What the user decided, in any order.</param>
    public SuggestionModel(SuggestionNumbers numbers, IReadOnlyList<(PairPattern Pattern, int Count)> strangers, IReadOnlyList<SuggestionExample> decided)
    {
        foreach (var (reason, rate) in numbers.Rates)
        {
            double right = decided.Count(one => one.Reason == reason && one.IsRight);
            double wrong = decided.Count(one => one.Reason == reason && !one.IsRight);
            _rates[reason] = ((RateStrength * rate) + right) / (RateStrength + right + wrong);
        }
        foreach (var trait in SuggestionPattern.Traits)
        {
            var usual = Usual(numbers.Different[trait], numbers.Strangers[trait], Counts(trait, strangers));
            var different = Mixed(usual, TraitStrength, Counts(trait, [.. decided.Where(static one => !one.IsRight).Select(static one => (one.Pattern, 1))]));
            var same = Mixed(numbers.Same[trait], TraitStrength, Counts(trait, [.. decided.Where(static one => one.IsRight).Select(static one => (one.Pattern, 1))]));
            MonotoneLevels.Apply(same, different);
            _weights[trait] = [.. same.Select((share, level) => level == 0 ? 0 : Math.Log2(share / different[level]))];
        }
    }

    /// <summary>How often a reason is right.</summary>
    public IReadOnlyDictionary<MergeReason, double> Rates => _rates;

    /// <summary>Per trait and level, log2 odds; 0 where a value is missing.</summary>
    public IReadOnlyDictionary<SuggestionTrait, double[]> Weights => _weights;

    /// <summary>The sum of the evidence, log2 odds.</summary>
    public double LogOdds(MergeReason reason, PairPattern pattern)
    {
        var rate = _rates[reason];
        var sum = Math.Log2(rate / (1 - rate));
        foreach (var trait in SuggestionPattern.Traits)
            sum += Weight(trait, pattern);
        return sum;
    }

    /// <summary>What a trait says, log2 odds.</summary>
    public double Weight(SuggestionTrait trait, PairPattern pattern) => _weights[trait][(int)pattern[(int)trait]];

    private static double[] Counts(SuggestionTrait trait, IReadOnlyList<(PairPattern Pattern, int Count)> patterns)
    {
        var counts = new double[LinkageModel.Levels];
        foreach (var (pattern, count) in patterns)
            counts[(int)pattern[(int)trait]] += count;
        counts[(int)AgreementLevel.Missing] = 0;
        return counts;
    }

    // What is more usual among strangers here than in the made books is more usual among wrong suggestions too: in a book of colleagues the
    // same organisation says little.
    private static double[] Usual(double[] different, double[] strangers, double[] own)
    {
        var all = own.Sum();
        var shares = different.Select((share, level) => share * (own[level] + StrangerStrength) / ((all * strangers[level]) + StrangerStrength)).ToArray();
        var sum = shares.Skip(1).Sum();
        return Array.ConvertAll(shares, share => share / sum);
    }

    private static double[] Mixed(double[] shares, double strength, double[] counts)
    {
        var all = strength + counts.Sum();
        return [.. shares.Select((share, level) => level == 0 ? 0 : ((strength * share) + counts[level]) / all)];
    }
}
