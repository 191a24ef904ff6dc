namespace Beeper.Resolver.Merging.Learning;

/// <summary>How often each pattern occurs, in the patterns' order.</summary>
internal static class PatternCounts
{
    private const int MostSampled = 500_000;

    public static IReadOnlyList<(PairPattern Pattern, int Count)> Of(IEnumerable<PairPattern> patterns)
    {
        var counts = new Dictionary<PairPattern, int>();
        foreach (var pattern in patterns)
            counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
        return [.. counts.OrderBy(static one => one.Key.Bits).Select(static one => (one.Key, one.Value))];
    }

    /// <summary>
    /// The patterns of pairs drawn at random, all of them for a thousand records. The draw is by the hashes of what the records say: as good as
    /// a throw of dice, and the same on every machine and for any order of rows.
    /// </summary>
    public static IReadOnlyList<(PairPattern Pattern, int Count)> Sample(LinkageTable table) => Of(Drawn(table).Take(MostSampled));

    private static IEnumerable<PairPattern> Drawn(LinkageTable table)
    {
        var order = Enumerable.Range(0, table.Count).OrderBy(record => table.Digests[record]).ToArray();
        for (var step = 1; step < order.Length; step++)
        {
            for (var at = 0; at + step < order.Length; at++)
            {
                if (table.MayLink(order[at], order[at + step]))
                    yield return PairPattern.Of(table, order[at], order[at + step]);
            }
        }
    }
}
