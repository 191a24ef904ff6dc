namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>The rest of a number whose digits no longer matter: one result for some counts of remaining digits, another for all else.</summary>
/// <param name="Lengths">Bit n is set where n remaining digits give <see cref="Hit"/>.</param>
/// <param name="Hit">The result for those counts.</param>
/// <param name="Miss">The result for all others.</param>
internal readonly record struct NodeTail(uint Lengths, ushort Hit, ushort Miss)
{
    /// <summary>The most remaining digits a tail can tell apart.</summary>
    public const int Longest = 31;

    /// <summary>The result for a count of remaining digits, up to <see cref="Longest"/>.</summary>
    public ushort ResultFor(int remaining) => (Lengths >> remaining & 1) != 0 ? Hit : Miss;

    /// <summary>The tail once one more digit is read.</summary>
    public NodeTail Next => Lengths >> 1 is not 0 and var lengths ? new NodeTail(lengths, Hit, Miss) : new NodeTail(0, LeafResult.None, Miss);

    /// <summary>
    /// The tail with these results for 0, 1, 2 … remaining digits and none beyond them, or null if two results are not enough. A region that
    /// is told by leading digits is known whatever the length, so there the results go on to the longest number and none follow.
    /// </summary>
    public static NodeTail? Of(ReadOnlySpan<ushort> results)
    {
        var miss = LeafResult.None;
        ushort hit = LeafResult.None;
        if (results.Length > 0 && !results.Contains(LeafResult.None) && LeafResult.Type(results[^1]) == PhoneType.Unknown)
            miss = results[^1];
        var lengths = 0u;
        for (var remaining = 0; remaining < results.Length; remaining++)
        {
            if (results[remaining] == miss)
                continue;
            if (hit != LeafResult.None && hit != results[remaining])
                return null;
            hit = results[remaining];
            lengths |= 1u << remaining;
        }
        return new NodeTail(lengths, hit, miss);
    }
}
