using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Joins records along the best proposals first. A join is refused when any pair across the two groups conflicts by name, or when the
/// group would grow beyond the policy's size: one shared number must not chain strangers.
/// </summary>
internal sealed class RecordClusters
{
    private readonly FoldedName[] _names;
    private readonly MergePolicy _policy;
    private readonly List<int>?[] _members;
    private readonly int[] _cluster;

    public RecordClusters(FoldedName[] names, MergePolicy policy)
    {
        _names = names;
        _policy = policy;
        _members = new List<int>?[names.Length];
        _cluster = new int[names.Length];
        for (var index = 0; index < names.Length; index++)
        {
            _cluster[index] = index;
            _members[index] = [index];
        }
    }

    /// <summary>The groups, each in ascending order of record index.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups => _members.OfType<List<int>>();

    /// <summary>Joins what the proposals allow.</summary>
    public void Join(List<MergeEdge> edges)
    {
        edges.Sort(static (a, b) =>
            a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank)
            : a.SharedKeys != b.SharedKeys ? b.SharedKeys.CompareTo(a.SharedKeys)
            : a.Left != b.Left ? a.Left.CompareTo(b.Left)
            : a.Right.CompareTo(b.Right));
        foreach (var edge in edges)
            Join(edge.Left, edge.Right);
    }

    private void Join(int left, int right)
    {
        var (into, from) = (_cluster[left], _cluster[right]);
        if (into == from)
            return;
        if (_members[into]!.Count < _members[from]!.Count)
            (into, from) = (from, into);
        var (kept, added) = (_members[into]!, _members[from]!);
        if (kept.Count + added.Count > _policy.MostRecordsPerContact || Conflicts(kept, added))
            return;
        kept.AddRange(added);
        kept.Sort();
        foreach (var index in added)
            _cluster[index] = into;
        _members[from] = null;
    }

    private bool Conflicts(List<int> left, List<int> right)
    {
        foreach (var i in left)
        {
            foreach (var j in right)
            {
                if (NameComparer.Compare(_names[i], _names[j]) == NameAgreement.Conflict)
                    return true;
            }
        }
        return false;
    }
}
