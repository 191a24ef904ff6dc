namespace Beeper.Resolver.Merging.Learning;

/// <summary>
/// Learns a model from patterns without labels: how strangers agree from a sample of pairs, how one person's records agree by expectation
/// maximisation over the candidate pairs. Sums run over patterns in their order, so that the order of rows changes nothing.
/// </summary>
internal sealed class LinkageEstimator(int fields, int comparisons)
{
    private const int Rounds = 60;
    private const double Settled = 1e-5;
    private const double Unseen = 0.5;
    private const double MostMatches = 0.5;

    private static readonly double[] FirstGuess = [0, 0.05, 0.05, 0.15, 0.75];
    private static readonly double[] FirstOrder = [0, 0.03, 0, 0, 0.97];

    /// <summary>Learns from candidate pairs.</summary>
    /// <param name="candidates">How often each pattern occurs among the pairs that may be one person; all others count as strangers.</param>
    /// <param name="sample">How often each occurs among pairs drawn at random.</param>
    /// <param name="pairs">How many pairs there are.</param>
    /// <param name="expected">How many of them are one person, as a first guess.</param>
    public LinkageModel Learn(IReadOnlyList<(PairPattern Pattern, int Count)> candidates, IReadOnlyList<(PairPattern Pattern, int Count)> sample, double pairs, double expected)
    {
        var guess = Enumerable.Range(0, comparisons).Select(static _ => FirstGuess).ToArray();
        for (var order = fields; order < comparisons; order++)
            guess[order] = FirstOrder;
        var model = new LinkageModel(Math.Min(MostMatches, expected / pairs), guess, Shares(sample, static _ => 1));
        for (var round = 0; round < Rounds; round++)
        {
            var before = model;
            var matches = candidates.Sum(one => one.Count * LinkageModel.Probability(before.LogOdds(one.Pattern)));
            // Some pairs of the sample are one person; they must not count as what strangers are like.
            var different = Shares(sample, pattern => 1 - LinkageModel.Probability(before.LogOdds(pattern)));
            var same = Shares(candidates, pattern => LinkageModel.Probability(before.LogOdds(pattern)));
            for (var comparison = 0; comparison < comparisons; comparison++)
                MonotoneLevels.Apply(same[comparison], different[comparison]);
            model = new LinkageModel(Math.Clamp(matches / pairs, 1 / (pairs + 2), MostMatches), same, different);
            if (Math.Abs(model.Prior - before.Prior) < Settled * before.Prior)
                break;
        }
        return model;
    }

    private double[][] Shares(IReadOnlyList<(PairPattern Pattern, int Count)> patterns, Func<PairPattern, double> weight)
    {
        var shares = Enumerable.Range(0, comparisons).Select(static _ => new double[LinkageModel.Levels]).ToArray();
        foreach (var (pattern, count) in patterns)
        {
            var part = count * weight(pattern);
            for (var comparison = 0; comparison < comparisons; comparison++)
                shares[comparison][(int)pattern[comparison]] += part;
        }
        foreach (var levels in shares)
        {
            levels[(int)AgreementLevel.Missing] = 0;
            var sum = levels.Sum() + (Unseen * (LinkageModel.Levels - 1));
            for (var level = 1; level < levels.Length; level++)
                levels[level] = (levels[level] + Unseen) / sum;
        }
        return shares;
    }
}
