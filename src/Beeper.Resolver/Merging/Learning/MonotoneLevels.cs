namespace Beeper.Resolver.Merging.Learning;

/// <summary>Keeps levels in order: closer agreement never speaks less for one person. Levels that would are pooled (adjacent violators).</summary>
internal static class MonotoneLevels
{
    /// <summary>Changes the shares of one person's pairs so that their ratios to different people's do not fall from level to level.</summary>
    public static void Apply(double[] same, double[] different)
    {
        var blocks = new List<(double Same, double Different, int Levels)>();
        for (var level = 1; level < same.Length; level++)
        {
            blocks.Add((same[level], different[level], 1));
            while (blocks.Count > 1 && blocks[^2].Same * blocks[^1].Different > blocks[^1].Same * blocks[^2].Different)
            {
                var (last, before) = (blocks[^1], blocks[^2]);
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (before.Same + last.Same, before.Different + last.Different, before.Levels + last.Levels);
            }
        }
        var at = 1;
        foreach (var (pooled, strangers, levels) in blocks)
        {
            for (var end = at + levels; at < end; at++)
                same[at] = different[at] * pooled / strangers;
        }
    }
}
