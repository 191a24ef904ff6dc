namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>A deterministic automaton for the digit strings that a pattern matches as a whole. State 0 is dead, state 1 the start.</summary>
internal sealed class PatternAutomaton
{
    public const int Dead = 0;
    public const int Start = 1;

    private readonly List<int[]> _next = [new int[10]];
    private readonly List<bool> _accepting = [false];

    /// <summary>Builds the automaton.</summary>
    /// <param name="pattern">The metadata's pattern.</param>
    /// <param name="anyTail">Whether any digits may follow the match.</param>
    public PatternAutomaton(string pattern, bool anyTail)
    {
        var states = PatternStates.Of(PatternParser.Parse(pattern, out _), anyTail);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<int[]> { Array.Empty<int>() };

        int Number(int[] set)
        {
            if (set.Length == 0)
                return Dead;
            var key = string.Create(set.Length, set, static (text, given) =>
            {
                for (var index = 0; index < given.Length; index++)
                    text[index] = (char)given[index];
            });
            if (numbers.TryGetValue(key, out var known))
                return known;
            numbers[key] = sets.Count;
            sets.Add(set);
            _next.Add(new int[10]);
            _accepting.Add(Array.BinarySearch(set, states.Accepting) >= 0);
            return sets.Count - 1;
        }

        _ = Number(states.First());
        for (var state = Start; state < sets.Count; state++)
        {
            for (var digit = 0; digit < 10; digit++)
                _next[state][digit] = Number(states.Next(sets[state], digit));
        }
    }

    public int Next(int state, int digit) => _next[state][digit];

    public bool Accepts(int state) => _accepting[state];
}
