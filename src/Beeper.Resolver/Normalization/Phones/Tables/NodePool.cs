namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// The nodes of all automata, each distinct one once. A node is written as eleven characters: where each digit leads, and the result if the
/// number ends here. Node 0 is dead: every digit stays there and there is no result.
/// </summary>
internal sealed class NodePool
{
    public const int Width = 11;
    public const int Dead = 0;
    private const int Result = 10;

    private readonly List<string> _nodes = [new('\0', Width)];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [new('\0', Width)] = Dead };

    /// <summary>The number of a node, which is added if it is new.</summary>
    public int Add(ReadOnlySpan<int> next, int result)
    {
        Span<char> text = stackalloc char[Width];
        for (var digit = 0; digit < 10; digit++)
            text[digit] = (char)next[digit];
        text[Result] = (char)result;
        var key = text.ToString();
        if (_numbers.TryGetValue(key, out var known))
            return known;
        if (_nodes.Count == ushort.MaxValue)
            throw new NotSupportedException("The automata have more nodes than a 16-bit number can name.");
        _numbers[key] = _nodes.Count;
        _nodes.Add(key);
        return _nodes.Count - 1;
    }

    /// <summary>
    /// Numbers the nodes anew, those first whose next digit matters, and takes the others as tails: from there on only the count of
    /// remaining digits decides.
    /// </summary>
    /// <param name="nodes">Eleven numbers for each inner node and then for each tail, which leads to what it is with a digit less.</param>
    /// <param name="tails">The tails; a tail's node is the count of inner nodes plus its place here.</param>
    /// <returns>The new number of every old one.</returns>
    public ushort[] Split(out ushort[] nodes, out NodeTail[] tails)
    {
        var asTail = new NodeTail?[_nodes.Count];
        for (var node = 0; node < _nodes.Count; node++)
            asTail[node] = TailOf(node);
        var innerNodes = Enumerable.Range(0, _nodes.Count).Where(node => asTail[node] is null).ToArray();
        tails = asTail.OfType<NodeTail>().SelectMany(FromHereOn).Distinct().ToArray();
        if (innerNodes.Length + tails.Length > ushort.MaxValue)
            throw new NotSupportedException("The automata have more nodes and tails than a 16-bit number can name.");
        var tailNumbers = tails.Select((tail, index) => (tail, index)).ToDictionary(static pair => pair.tail, pair => (ushort)(innerNodes.Length + pair.index));
        var renumbered = new ushort[_nodes.Count];
        for (var index = 0; index < innerNodes.Length; index++)
            renumbered[innerNodes[index]] = (ushort)index;
        for (var node = 0; node < _nodes.Count; node++)
        {
            if (asTail[node] is { } tail)
                renumbered[node] = tailNumbers[tail];
        }
        nodes =
        [
            .. innerNodes.SelectMany(node => _nodes[node].Select((value, slot) => slot == Result ? value : renumbered[value])),
            .. tails.SelectMany(tail => Enumerable.Repeat(tailNumbers[tail.Next], Result).Append(tail.ResultFor(0))),
        ];
        return renumbered;
    }

    private static IEnumerable<NodeTail> FromHereOn(NodeTail tail)
    {
        for (; tail != tail.Next; tail = tail.Next)
            yield return tail;
        yield return tail;
    }

    private NodeTail? TailOf(int node)
    {
        Span<ushort> results = stackalloc ushort[NodeTail.Longest + 1];
        var length = 0;
        for (; node != Dead; node = _nodes[node][0])
        {
            if (length > NodeTail.Longest || _nodes[node].AsSpan(1, 9).ContainsAnyExcept(_nodes[node][0]))
                return null;
            results[length++] = _nodes[node][Result];
        }
        return NodeTail.Of(results[..length]);
    }
}
