namespace Beeper.Resolver.Merging.Learning;

/// <summary>
/// Groups records into people along the best pairs first. Two groups are joined only when all pairs across them together speak for it and no
/// pair that must stay apart lies across them, so that one pair in error chains nobody.
/// </summary>
internal sealed class LinkageGroups
{
    private readonly LinkageTable _table;
    private readonly LinkageModel _model;
    private readonly int[] _group;
    private readonly List<int>[] _members;

    private LinkageGroups(LinkageTable table, LinkageModel model)
    {
        (_table, _model) = (table, model);
        _group = [.. Enumerable.Range(0, table.Count)];
        _members = [.. Enumerable.Range(0, table.Count).Select(static record => new List<int> { record })];
    }

    /// <summary>The groups, each ascending, ordered by their first record; those of one record among them.</summary>
    /// <param name="table">The records.</param>
    /// <param name="model">What agreement is worth.</param>
    /// <param name="pairs">The candidate pairs.</param>
    /// <param name="least">The log2 odds a pair needs to join groups.</param>
    /// <param name="most">The most records of a group.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(LinkageTable table, LinkageModel model, IReadOnlyList<LinkedPair> pairs, double least, int most)
    {
        var groups = new LinkageGroups(table, model);
        foreach (var pair in pairs.Where(pair => pair.LogOdds >= least).OrderByDescending(static pair => pair.LogOdds).ThenBy(pair => groups.Tie(pair)))
            groups.Join(pair, least, most);
        return [.. groups._members.Select(static (members, record) => (Members: members, Record: record)).Where(one => groups._group[one.Record] == one.Record)
            .Select(static one => (IReadOnlyList<int>)[.. one.Members.Order()]).OrderBy(static members => members[0])];
    }

    private ulong Tie(LinkedPair pair)
    {
        var (low, high) = (_table.Digests[pair.Left], _table.Digests[pair.Right]);
        return low < high ? StableHash.Mix((low * 31) ^ high) : StableHash.Mix((high * 31) ^ low);
    }

    private void Join(LinkedPair pair, double least, int most)
    {
        var (into, from) = (_group[pair.Left], _group[pair.Right]);
        if (into == from || _members[into].Count + _members[from].Count > most || !Fit(_members[into], _members[from], least))
            return;
        if (_members[into].Count < _members[from].Count)
            (into, from) = (from, into);
        foreach (var record in _members[from])
            _group[record] = into;
        _members[into].AddRange(_members[from]);
        _members[from].Clear();
    }

    private bool Fit(List<int> one, List<int> other, double least)
    {
        var sum = 0.0;
        foreach (var left in one)
        {
            foreach (var right in other)
            {
                if (!_table.MayLink(left, right))
                    return false;
                sum += _model.LogOdds(_table, PairPattern.Of(_table, left, right), left, right);
            }
        }
        return sum >= least * one.Count * other.Count;
    }
}
