namespace Beeper.Resolver.Merging;

/// <summary>Proposals as several threads find them, a list for each bucket of keys, brought together with one proposal per pair.</summary>
internal sealed class EdgeList
{
    private const int Parts = 64;

    private readonly List<MergeEdge>[] _found = [.. Enumerable.Range(0, KeyTable.BucketCount).Select(static _ => new List<MergeEdge>())];

    /// <summary>Adds a proposal found in a bucket.</summary>
    public void Add(int bucket, MergeEdge edge) => _found[bucket].Add(edge);

    /// <summary>The proposals in the order of their pairs; several for one pair become one with the best reason.</summary>
    /// <param name="records">How many records there are.</param>
    public List<MergeEdge> Combined(int records)
    {
        var starts = new int[Parts + 1];
        foreach (var found in _found)
        {
            foreach (var edge in found)
                starts[Part(edge, records) + 1]++;
        }
        for (var part = 0; part < Parts; part++)
            starts[part + 1] += starts[part];
        var next = starts.AsSpan(0, Parts).ToArray();
        var (pairs, edges) = (new ulong[starts[Parts]], new MergeEdge[starts[Parts]]);
        foreach (var found in _found)
        {
            foreach (var edge in found)
            {
                var at = next[Part(edge, records)]++;
                (pairs[at], edges[at]) = (edge.Pair, edge);
            }
        }
        Parallel.For(0, Parts, part => Array.Sort(pairs, edges, starts[part], starts[part + 1] - starts[part]));
        return Distinct(edges);
    }

    private static int Part(MergeEdge edge, int records) => (int)((long)edge.Left * Parts / records);

    private static List<MergeEdge> Distinct(MergeEdge[] edges)
    {
        var kept = new List<MergeEdge>(edges.Length);
        foreach (var edge in edges)
        {
            if (kept.Count > 0 && kept[^1].Pair == edge.Pair)
                kept[^1] = Both(kept[^1], edge);
            else
                kept.Add(edge);
        }
        return kept;
    }

    private static MergeEdge Both(MergeEdge a, MergeEdge b) =>
        a with { Reason = a.Reason < b.Reason ? a.Reason : b.Reason, Keys = (byte)Math.Min(15, a.Keys + b.Keys) };
}
