namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>Pairs of records put together, against the labels.</summary>
/// <param name="Right">Pairs of one person that were put together.</param>
/// <param name="Wrong">Pairs of two people that were.</param>
/// <param name="Missed">Pairs of one person that were not.</param>
/// <param name="Biggest">The biggest group, in records.</param>
internal readonly record struct LabelledCount(long Right, long Wrong, long Missed, int Biggest)
{
    public double Precision => (double)Right / (Right + Wrong);

    public double Recall => (double)Right / (Right + Missed);

    public double F1 => 2.0 * Right / ((2.0 * Right) + Wrong + Missed);

    /// <summary>Counts groups of labels; every record is in one.</summary>
    public static LabelledCount Of(IReadOnlyCollection<List<string>> groups)
    {
        var all = PairsOfOne(groups.SelectMany(static group => group));
        var right = groups.Sum(PairsOfOne);
        return new LabelledCount(right, groups.Sum(static group => Pairs(group.Count)) - right, all - right, groups.Max(static group => group.Count));
    }

    /// <summary>How many pairs of records have the same label.</summary>
    public static long PairsOfOne(IEnumerable<string> labels) => labels.GroupBy(static label => label, StringComparer.Ordinal).Sum(static same => Pairs(same.Count()));

    private static long Pairs(long count) => count * (count - 1) / 2;
}
