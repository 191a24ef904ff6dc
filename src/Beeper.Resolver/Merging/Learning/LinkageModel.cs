namespace Beeper.Resolver.Merging.Learning;

/// <summary>
/// What agreement is worth (Fellegi and Sunter): per field and level how often two records of one person are at that level, and how often two
/// of different people are. Evidence adds up as log2 odds.
/// </summary>
internal sealed class LinkageModel
{
    /// <summary>Number of levels, <see cref="AgreementLevel.Missing"/> among them.</summary>
    public const int Levels = (int)AgreementLevel.Exact + 1;

    private readonly double[][] _weights;

    /// <summary>Makes a model.</summary>
    /// <param name="prior">The share of all pairs that are one person.</param>
    /// <param name="same">Per comparison and level, the share among pairs of one person.</param>
    /// <param name="different">Per comparison and level, the share among pairs of two people.</param>
    public LinkageModel(double prior, double[][] same, double[][] different)
    {
        (Prior, Same, Different) = (prior, same, different);
        _weights = [.. same.Select((levels, comparison) => levels.Select((share, level) => level == 0 ? 0 : Math.Log2(share / different[comparison][level])).ToArray())];
    }

    public double Prior { get; }

    public double[][] Same { get; }

    public double[][] Different { get; }

    /// <summary>Log2 odds of a pattern, without regard to how rare the agreed values are.</summary>
    public double LogOdds(PairPattern pattern)
    {
        var sum = Math.Log2(Prior / (1 - Prior));
        for (var comparison = 0; comparison < _weights.Length; comparison++)
            sum += _weights[comparison][(int)pattern[comparison]];
        return sum;
    }

    /// <summary>Log2 odds of a pair: an agreed value that is rarer than the field's usual ones says more, a common one less.</summary>
    public double LogOdds(LinkageTable table, PairPattern pattern, int left, int right)
    {
        var sum = LogOdds(pattern);
        for (var field = 0; field < table.Fields.Count; field++)
        {
            if (pattern.Agreed(table, field, left, right) is { } value)
                sum += Math.Log2(Different[field][(int)AgreementLevel.Exact] / table.Frequency(field, value));
        }
        return sum;
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Pow(2, -logOdds));
}
