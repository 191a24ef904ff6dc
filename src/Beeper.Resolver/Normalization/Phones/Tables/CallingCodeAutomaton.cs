using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// All patterns of all regions of one calling code, run side by side over the national number and folded into shared nodes. The result of a
/// number is the region and type that libphonenumber's GetRegionCodeForNumber and GetNumberType give.
/// </summary>
internal sealed class CallingCodeAutomaton
{
    /// <summary>libphonenumber's longest national number.</summary>
    public const int LongestNumber = 17;

    private readonly NodePool _pool;
    private readonly Func<string, bool, PatternAutomaton> _automaton;
    private readonly List<NumberDescription> _descriptions = [];
    private readonly Dictionary<(string Pattern, bool AnyTail, uint Lengths), int> _numbers = [];
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly RegionPatterns[] _regions;

    private CallingCodeAutomaton(NodePool pool, Func<string, bool, PatternAutomaton> automaton, IReadOnlyList<(PhoneRegion Region, PhoneMetadata Metadata)> regions)
    {
        _pool = pool;
        _automaton = automaton;
        _regions = [.. regions.Select(region => PatternsOf(region.Region, region.Metadata, regions.Count > 1))];
    }

    /// <summary>Adds the code's nodes to the pool.</summary>
    /// <param name="pool">Takes the nodes.</param>
    /// <param name="automaton">Gives the automaton of a pattern, the flag telling whether any digits may follow.</param>
    /// <param name="regions">The code's regions in libphonenumber's order, the main one first.</param>
    /// <returns>The node where a national number begins.</returns>
    public static int AddTo(NodePool pool, Func<string, bool, PatternAutomaton> automaton, IReadOnlyList<(PhoneRegion Region, PhoneMetadata Metadata)> regions)
    {
        var code = new CallingCodeAutomaton(pool, automaton, regions);
        return code.NodeFor([.. code._descriptions.Select(static _ => PatternAutomaton.Start)], 0);
    }

    private int NodeFor(int[] states, int length)
    {
        if (length > LongestNumber || Array.TrueForAll(states, static state => state == PatternAutomaton.Dead))
            return NodePool.Dead;
        var key = string.Create(states.Length + 1, (states, length), static (text, given) =>
        {
            for (var index = 0; index < given.states.Length; index++)
                text[index] = (char)given.states[index];
            text[^1] = (char)given.length;
        });
        if (_nodes.TryGetValue(key, out var known))
            return known;
        var next = new int[10];
        for (var digit = 0; digit < 10; digit++)
        {
            var following = new int[states.Length];
            for (var index = 0; index < states.Length; index++)
                following[index] = _descriptions[index].Automaton.Next(states[index], digit);
            next[digit] = NodeFor(following, length + 1);
        }
        return _nodes[key] = _pool.Add(next, ResultOf(states, length));
    }

    private int ResultOf(int[] states, int length)
    {
        if (_regions.Length == 1)
            return LeafResult.Of(default, _regions[0].TypeOf(Accepts));
        foreach (var region in _regions)
        {
            var type = region.TypeOf(Accepts);
            if (region.LeadingDigits >= 0 ? Accepts(region.LeadingDigits) : type != PhoneType.Unknown)
                return LeafResult.Of(region.Region, type);
        }
        return LeafResult.None;

        bool Accepts(int description) => description >= 0 && _descriptions[description].Accepts(states[description], length);
    }

    private RegionPatterns PatternsOf(PhoneRegion region, PhoneMetadata metadata, bool shared) => new(region)
    {
        LeadingDigits = shared && metadata.HasLeadingDigits ? NumberOf(metadata.LeadingDigits, true, 0) : -1,
        General = NumberOf(metadata.GeneralDesc),
        FixedLine = NumberOf(metadata.FixedLine),
        Mobile = NumberOf(metadata.Mobile),
        SameFixedAndMobile = metadata.SameMobileAndFixedLinePattern,
        Special =
        [
            (PhoneType.PremiumRate, NumberOf(metadata.PremiumRate)),
            (PhoneType.TollFree, NumberOf(metadata.TollFree)),
            (PhoneType.SharedCost, NumberOf(metadata.SharedCost)),
            (PhoneType.Voip, NumberOf(metadata.Voip)),
            (PhoneType.PersonalNumber, NumberOf(metadata.PersonalNumber)),
            (PhoneType.Pager, NumberOf(metadata.Pager)),
            (PhoneType.Uan, NumberOf(metadata.Uan)),
            (PhoneType.VoiceMail, NumberOf(metadata.Voicemail)),
        ],
    };

    private int NumberOf(PhoneNumberDesc description) =>
        description.HasNationalNumberPattern && NumberDescription.LengthsOf(description) is { } lengths
            ? NumberOf(description.NationalNumberPattern, false, lengths)
            : -1;

    private int NumberOf(string pattern, bool anyTail, uint lengths)
    {
        if (_numbers.TryGetValue((pattern, anyTail, lengths), out var known))
            return known;
        _descriptions.Add(new NumberDescription(_automaton(pattern, anyTail), lengths));
        return _numbers[(pattern, anyTail, lengths)] = _descriptions.Count - 1;
    }
}
