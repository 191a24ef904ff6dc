using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>How good a learned model's pairs and groups are. The labels only judge; nothing was fitted to them but the best threshold, which says so.</summary>
internal sealed class LabelledQuality
{
    private const double Doubt = 0.01;
    private const int BinCount = 10;

    private readonly long _all;

    public LabelledQuality(IReadOnlyList<string> labels, LinkageResult result)
    {
        _all = LabelledCount.PairsOfOne(labels);
        var pairs = result.Pairs.Select(pair => (Pair: pair, IsRight: labels[pair.Left] == labels[pair.Right])).OrderByDescending(static one => one.Pair.LogOdds).ToList();
        Compared = pairs.Count;
        NotCompared = _all - pairs.Count(static one => one.IsRight);
        AtHalf = Count([.. pairs.TakeWhile(static one => one.Pair.LogOdds >= 0)], labels.Count);
        (Best, BestAt) = FindBest(pairs, labels.Count);
        Groups = LabelledCount.Of([.. result.Groups.Select(group => group.Select(record => labels[record]).ToList())]);
        CalibrationError = Error(pairs);
        DoubtfulError = Error([.. pairs.Where(static one => one.Pair.Probability is > Doubt and < 1 - Doubt)]);
    }

    /// <summary>The pairs that are more likely one person than not.</summary>
    public LabelledCount AtHalf { get; }

    /// <summary>The pairs above the threshold that the labels show to be the best.</summary>
    public LabelledCount Best { get; }

    /// <summary>That threshold, as a probability.</summary>
    public double BestAt { get; }

    public LabelledCount Groups { get; }

    public int Compared { get; }

    /// <summary>Pairs of one person that share no key.</summary>
    public long NotCompared { get; }

    /// <summary>Expected calibration error over all compared pairs, ten bins.</summary>
    public double CalibrationError { get; }

    /// <summary>The same over the pairs the model is not sure of; the sure ones hide them.</summary>
    public double DoubtfulError { get; }

    private LabelledCount Count(IReadOnlyList<(LinkedPair Pair, bool IsRight)> pairs, int records)
    {
        var right = pairs.Count(static one => one.IsRight);
        return new LabelledCount(right, pairs.Count - right, _all - right, Biggest(pairs.Select(static one => one.Pair), records));
    }

    // The biggest group if every pair were followed: what closure makes of errors.
    private static int Biggest(IEnumerable<LinkedPair> pairs, int records)
    {
        var root = Enumerable.Range(0, records).ToArray();
        int Root(int record)
        {
            while (root[record] != record)
                record = root[record] = root[root[record]];
            return record;
        }
        foreach (var pair in pairs)
            root[Root(pair.Left)] = Root(pair.Right);
        return Enumerable.Range(0, records).GroupBy(Root).Max(static group => group.Count());
    }

    private (LabelledCount Count, double At) FindBest(List<(LinkedPair Pair, bool IsRight)> pairs, int records)
    {
        var (right, best, count) = (0, 0.0, 0);
        for (var index = 0; index < pairs.Count; index++)
        {
            right += pairs[index].IsRight ? 1 : 0;
            var isLastOfItsOdds = index + 1 == pairs.Count || pairs[index + 1].Pair.LogOdds < pairs[index].Pair.LogOdds;
            if (isLastOfItsOdds && 2.0 * right / (index + 1 + _all) is var quality && quality > best)
                (best, count) = (quality, index + 1);
        }
        return (Count(pairs[..count], records), count == 0 ? 1 : pairs[count - 1].Pair.Probability);
    }

    private static double Error(List<(LinkedPair Pair, bool IsRight)> pairs) =>
        pairs.GroupBy(static one => Math.Min(BinCount - 1, (int)(one.Pair.Probability * BinCount))).Sum(static bin => Math.Abs(bin.Sum(static one => one.Pair.Probability - (one.IsRight ? 1 : 0)))) / Math.Max(1, pairs.Count);
}
