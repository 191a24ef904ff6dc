namespace Beeper.Resolver.Ranking;

/// <summary>
/// Isotonic regression by pooling adjacent violators: the non-decreasing curve that lies closest to labelled sums of evidence. For fitting
/// the data file off-line; deterministic, in the order of the sums.
/// </summary>
public static class IsotonicFit
{
    /// <summary>The points of the curve: one in the middle of each pooled block.</summary>
    /// <param name="samples">Sums of evidence, log2 odds, and whether each was right.</param>
    /// <param name="fewest">The fewest samples a block may have, so that one odd case makes no step. At least 1.</param>
    public static IReadOnlyList<CalibrationPoint> Of(IEnumerable<(double LogOdds, bool IsRight)> samples, int fewest = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        var blocks = new List<Block>();
        foreach (var group in samples.GroupBy(static sample => Math.Round(sample.LogOdds, 3)).OrderBy(static group => group.Key))
        {
            var count = group.Count();
            blocks.Add(new Block(group.Key * count, group.Count(static sample => sample.IsRight), count));
            while (blocks.Count > 1 && (blocks[^2].Rate >= blocks[^1].Rate || blocks[^2].Count < fewest))
                Pool(blocks);
        }
        if (blocks.Count > 1 && blocks[^1].Count < fewest)
            Pool(blocks);
        return [.. blocks.Select(static block => new CalibrationPoint(Math.Round(block.LogOdds, 3), Math.Round(block.Rate, 5)))];
    }

    private static void Pool(List<Block> blocks)
    {
        var (left, right) = (blocks[^2], blocks[^1]);
        blocks.RemoveAt(blocks.Count - 1);
        blocks[^1] = new Block(left.Sum + right.Sum, left.Right + right.Right, left.Count + right.Count);
    }

    private readonly record struct Block(double Sum, int Right, int Count)
    {
        public double Rate => (double)Right / Count;

        public double LogOdds => Sum / Count;
    }
}
