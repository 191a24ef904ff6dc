namespace Beeper.Resolver.Merging;

/// <summary>
/// Joins records along the best proposals first. A join is refused when any pair across the two groups speaks against it, or when the
/// group would grow beyond the policy's size: one shared number must not chain strangers. Groups are rings through one array.
/// </summary>
internal sealed class RecordClusters
{
    private readonly MergeVeto _veto;
    private readonly MergePolicy _policy;
    private readonly int[] _cluster;
    private readonly int[] _next;
    private readonly int[] _size;

    public RecordClusters(int count, MergeVeto veto, MergePolicy policy)
    {
        _veto = veto;
        _policy = policy;
        _cluster = new int[count];
        _next = new int[count];
        _size = new int[count];
        for (var record = 0; record < count; record++)
            (_cluster[record], _next[record], _size[record]) = (record, record, 1);
    }

    /// <summary>The first record of the group a record is in.</summary>
    public int this[int record] => _cluster[record];

    /// <summary>The records of a group in ascending order, given any of them.</summary>
    public int[] Members(int record)
    {
        var members = new int[_size[_cluster[record]]];
        var at = record;
        for (var index = 0; index < members.Length; index++, at = _next[at])
            members[index] = at;
        Array.Sort(members);
        return members;
    }

    /// <summary>How many records are in the group.</summary>
    public int Size(int record) => _size[_cluster[record]];

    /// <summary>Joins what the user decided, then what the proposals allow, in an order that depends on what the records say alone.</summary>
    /// <returns>The proposals that were not followed and whose records are still apart.</returns>
    public List<MergeEdge> Join(List<MergeEdge> edges, ulong[] digests)
    {
        var (ranks, order) = (new ulong[edges.Count], new int[edges.Count]);
        for (var index = 0; index < order.Length; index++)
            (ranks[index], order[index]) = (Rank(edges[index], digests), index);
        Array.Sort(ranks, order);
        var refused = new List<MergeEdge>();
        foreach (var index in order)
        {
            var edge = edges[index];
            if (edge.Reason > MergeReason.Organization)
                refused.Add(edge);
            else if (!TryJoin(edge))
                refused.Add(edge with { Reason = MergeReason.Contradicted });
        }
        refused.RemoveAll(edge => _cluster[edge.Left] == _cluster[edge.Right]);
        return refused;
    }

    private static ulong Rank(MergeEdge edge, ulong[] digests)
    {
        var (low, high) = (digests[edge.Left], digests[edge.Right]);
        if (low > high)
            (low, high) = (high, low);
        return ((ulong)edge.Reason << 60) | ((ulong)(15 - edge.Keys) << 56) | (StableHash.Mix((low * 31) ^ high) >> 8);
    }

    private bool TryJoin(MergeEdge edge)
    {
        var (into, from) = (_cluster[edge.Left], _cluster[edge.Right]);
        if (into == from)
            return true;
        if (edge.Reason == MergeReason.Decided ? _veto.AreKeptApart(Members(into), Members(from)) : IsRefused(edge, into, from))
            return false;
        if (_size[into] < _size[from])
            (into, from) = (from, into);
        _size[into] += _size[from];
        var at = from;
        do
        {
            _cluster[at] = into;
            at = _next[at];
        }
        while (at != from);
        (_next[into], _next[from]) = (_next[from], _next[into]);
        return true;
    }

    private bool IsRefused(MergeEdge edge, int into, int from)
    {
        if (_size[into] + _size[from] > _policy.MostRecordsPerContact)
            return true;
        // The names of the two were compared when the edge was proposed.
        if (_size[into] == 1 && _size[from] == 1 && edge.Reason < MergeReason.Organization)
            return _veto.SpeaksBesidesNames(into, from);
        var left = into;
        do
        {
            var right = from;
            do
            {
                if (_veto.Speaks(left, right))
                    return true;
                right = _next[right];
            }
            while (right != from);
            left = _next[left];
        }
        while (left != into);
        return false;
    }
}
