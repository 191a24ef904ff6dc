namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>A pattern as a graph of states with several possible next ones, before <see cref="PatternAutomaton"/> makes it deterministic.</summary>
internal sealed class PatternStates
{
    private readonly List<(int Choices, int Target)> _digitEdges = [];
    private readonly List<List<int>> _silentEdges = [];

    private PatternStates()
    {
    }

    public int Start { get; private set; }

    public int Accepting { get; private set; }

    /// <summary>The graph of a pattern.</summary>
    /// <param name="pattern">Its tree.</param>
    /// <param name="anyTail">Whether any digits may follow, as for leading digits that are matched at the start only.</param>
    public static PatternStates Of(PatternNode pattern, bool anyTail)
    {
        var states = new PatternStates();
        states.Start = states.Add();
        states.Accepting = states.Append(pattern, states.Start);
        if (anyTail)
        {
            var loop = states.Accepting;
            states._digitEdges[loop] = (0x3FF, loop);
        }
        return states;
    }

    /// <summary>The states reachable from some by a digit and then by nothing; sorted.</summary>
    public int[] Next(int[] from, int digit)
    {
        var reached = new SortedSet<int>();
        foreach (var state in from)
        {
            var (choices, target) = _digitEdges[state];
            if ((choices >> digit & 1) != 0)
                AddWithSilent(target, reached);
        }
        return [.. reached];
    }

    /// <summary>The states in which a match begins; sorted.</summary>
    public int[] First()
    {
        var reached = new SortedSet<int>();
        AddWithSilent(Start, reached);
        return [.. reached];
    }

    private void AddWithSilent(int state, SortedSet<int> reached)
    {
        if (!reached.Add(state))
            return;
        foreach (var next in _silentEdges[state])
            AddWithSilent(next, reached);
    }

    // Each state has one digit edge at most: whatever branches goes through silent edges.
    private int Append(PatternNode node, int from)
    {
        switch (node)
        {
            case PatternNode.Digit digit:
                var before = Add();
                var after = Add();
                _silentEdges[from].Add(before);
                _digitEdges[before] = (digit.Choices, after);
                return after;
            case PatternNode.Sequence sequence:
                return sequence.Parts.Aggregate(from, (state, part) => Append(part, state));
            case PatternNode.Group group:
                return Append(group.Part, from);
            case PatternNode.Choice choice:
                var end = Add();
                foreach (var option in choice.Options)
                    _silentEdges[Append(option, from)].Add(end);
                return end;
            case PatternNode.Repeat repeat:
                for (var count = 0; count < repeat.Fewest; count++)
                    from = Append(repeat.Part, from);
                var done = Add();
                for (var count = repeat.Fewest; count < repeat.Most; count++)
                {
                    _silentEdges[from].Add(done);
                    from = Append(repeat.Part, from);
                }
                _silentEdges[from].Add(done);
                return done;
            default:
                throw new NotSupportedException($"{node.GetType().Name} has no place in a pattern that must match a whole number.");
        }
    }

    private int Add()
    {
        _digitEdges.Add((0, 0));
        _silentEdges.Add([]);
        return _silentEdges.Count - 1;
    }
}
