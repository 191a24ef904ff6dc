namespace Beeper.Resolver.Merging;

/// <summary>The user's decisions, applied to the records of today: which must be joined and which must not.</summary>
internal sealed class DecisionEffects
{
    private readonly Dictionary<int, List<(int Decision, bool First)>> _apart = [];

    private DecisionEffects(List<MergeEdge> joins) => Joins = joins;

    /// <summary>No decisions.</summary>
    public static DecisionEffects None { get; } = new([]);

    /// <summary>The pairs of records to join.</summary>
    public List<MergeEdge> Joins { get; }

    /// <summary>Whether any records must stay apart.</summary>
    public bool HasKeptApart => _apart.Count > 0;

    /// <summary>Applies decisions, the newest first; an older one that a newer one contradicts has no effect.</summary>
    public static DecisionEffects Of(IReadOnlyList<MergeDecision> decisions, IReadOnlyList<NormalizedRecord> records, ulong[] digests)
    {
        if (decisions.Count == 0)
            return None;
        var finder = new SubjectFinder(decisions, records, digests);
        var applied = new List<(MergeDecisionKind Kind, HashSet<int> First, HashSet<int> Second)>();
        var effects = new DecisionEffects([]);
        // Of two at the same instant the later in the list is the newer.
        foreach (var decision in decisions.Reverse().OrderByDescending(static one => one.DecidedAt))
        {
            var (first, second) = finder.Find(decision);
            if (first.Count == 0 || second.Count == 0 || applied.Exists(newer => newer.Kind != decision.Kind && Concerns(newer, first, second)))
                continue;
            applied.Add((decision.Kind, first, second));
            if (decision.Kind == MergeDecisionKind.Merge)
                effects.Join([.. first.Union(second).Order()]);
            else
                effects.KeepApart(applied.Count, first, second);
        }
        return effects;
    }

    /// <summary>Whether the user keeps the records apart.</summary>
    public bool KeepsApart(int left, int right)
    {
        if (_apart.Count == 0 || !_apart.TryGetValue(left, out var one) || !_apart.TryGetValue(right, out var other))
            return false;
        return one.Exists(mark => other.Exists(against => against.Decision == mark.Decision && against.First != mark.First));
    }

    private static bool Concerns((MergeDecisionKind Kind, HashSet<int> First, HashSet<int> Second) newer, HashSet<int> first, HashSet<int> second) =>
        (newer.First.Overlaps(first) && newer.Second.Overlaps(second)) || (newer.First.Overlaps(second) && newer.Second.Overlaps(first));

    private void Join(int[] records)
    {
        for (var index = 1; index < records.Length; index++)
            Joins.Add(new MergeEdge(records[0], records[index], MergeReason.Decided, 15));
    }

    private void KeepApart(int decision, HashSet<int> first, HashSet<int> second)
    {
        foreach (var (side, isFirst) in new[] { (first, true), (second, false) })
        {
            foreach (var record in side)
            {
                if (!_apart.TryGetValue(record, out var marks))
                    _apart[record] = marks = [];
                marks.Add((decision, isFirst));
            }
        }
    }
}
