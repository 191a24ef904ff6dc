using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Builds the tables from the public metadata of a <see cref="PhoneNumberUtil"/>; a quarter of a second for the whole world.</summary>
internal sealed class PhoneTablesBuilder
{
    private readonly NodePool _pool = new();
    private readonly Dictionary<(string Pattern, bool AnyTail), PatternAutomaton> _automata = [];
    private readonly Dictionary<string, PrefixProgram> _prefixes = new(StringComparer.Ordinal);
    private readonly List<PhoneMetadata> _metadata = [];
    private readonly List<PhoneRegion> _regions = [];
    private readonly List<int> _generalRoots = [];
    private readonly Dictionary<string, int> _regionIndexes = new(StringComparer.Ordinal);

    private PhoneTablesBuilder()
    {
    }

    /// <summary>The tables of a library's metadata.</summary>
    /// <param name="library">Usually the package's own instance.</param>
    /// <param name="version">The version to mark them with.</param>
    /// <exception cref="NotSupportedException">The metadata uses something this builder does not know; nothing can be said of agreement then.</exception>
    public static PhoneTableImage Build(PhoneNumberUtil library, string version) => new PhoneTablesBuilder().BuildFrom(library, version);

    private PhoneTableImage BuildFrom(PhoneNumberUtil library, string version)
    {
        foreach (var region in library.GetSupportedRegions().Order(StringComparer.Ordinal))
            AddRegion(region, PhoneRegion.Of(region), library.GetMetadataForRegion(region));
        foreach (var code in library.GetSupportedGlobalNetworkCallingCodes().Order())
            AddRegion($"001+{code}", PhoneRegion.Worldwide, library.GetMetadataForNonGeographicalRegion(code));
        var codes = library.GetSupportedCallingCodes().Order().Select(code => AddCallingCode(library, code)).ToArray();

        var renumbered = _pool.Split(out var nodes, out var tails);
        var regions = _metadata.Select((metadata, index) => RulesOf(metadata, _regions[index], renumbered[_generalRoots[index]])).ToArray();
        var image = new PhoneTableImage
        {
            Version = version,
            Nodes = nodes,
            Tails = tails,
            CallingCodes = [.. codes.Select(code => code with { Root = renumbered[code.Root] })],
            Regions = regions,
            PrefixRules = [],
        };
        return image with { PrefixRules = [.. regions.SelectMany(region => PrefixRuleBuilder.RulesFor(image, region))] };
    }

    private void AddRegion(string name, PhoneRegion region, PhoneMetadata metadata)
    {
        if (!metadata.GeneralDesc.HasNationalNumberPattern || metadata.GeneralDesc.PossibleLengthCount == 0 || metadata.GeneralDesc.PossibleLengthList[0] < 0)
            throw new NotSupportedException($"The metadata of {name} has no general pattern or lengths.");
        _regionIndexes[name] = _regions.Count;
        _regions.Add(region);
        _metadata.Add(metadata);
        _generalRoots.Add(GeneralNode(AutomatonOf(metadata.GeneralDesc.NationalNumberPattern, false), PatternAutomaton.Start, 0, []));
    }

    private int GeneralNode(PatternAutomaton automaton, int state, int depth, Dictionary<int, int> known)
    {
        if (state == PatternAutomaton.Dead)
            return NodePool.Dead;
        if (known.TryGetValue(state, out var node))
            return node;
        if (depth > NodeTail.Longest)
            throw new NotSupportedException("A general pattern allows more digits than the tables provide for.");
        var next = new int[10];
        for (var digit = 0; digit < 10; digit++)
            next[digit] = GeneralNode(automaton, automaton.Next(state, digit), depth + 1, known);
        return known[state] = _pool.Add(next, automaton.Accepts(state) ? LeafResult.General : LeafResult.None);
    }

    private CallingCodeRoot AddCallingCode(PhoneNumberUtil library, int code)
    {
        var indexes = library.GetRegionCodesForCountryCode(code).Select(region => _regionIndexes[region == PhoneRegion.WorldwideName ? $"001+{code}" : region]).ToArray();
        var root = CallingCodeAutomaton.AddTo(_pool, AutomatonOf, [.. indexes.Select(index => (_regions[index], _metadata[index]))]);
        return new CallingCodeRoot((ushort)code, (ushort)root, (ushort)indexes[0], indexes.Length == 1 ? _regions[indexes[0]].Number : (ushort)0);
    }

    private RegionRules RulesOf(PhoneMetadata metadata, PhoneRegion region, ushort generalRoot) => new()
    {
        Region = region,
        CallingCode = (ushort)metadata.CountryCode,
        GeneralRoot = generalRoot,
        Lengths = NumberDescription.LengthsOf(metadata.GeneralDesc) ?? 0,
        LocalLengths = metadata.GeneralDesc.PossibleLengthLocalOnlyList.Aggregate(0u, static (bits, length) => bits | 1u << length),
        InternationalPrefix = PrefixOf(metadata.InternationalPrefix),
        InternationalDigits = metadata.InternationalPrefix is { Length: > 0 and <= 8 } digits && digits.All(char.IsAsciiDigit) ? digits : "",
        NationalPrefix = metadata.HasNationalPrefixForParsing ? PrefixOf(metadata.NationalPrefixForParsing) : null,
        Transform = metadata.NationalPrefixTransformRule ?? "",
    };

    private PrefixProgram? PrefixOf(string? pattern)
    {
        if (pattern is null)
            return null;
        if (!_prefixes.TryGetValue(pattern, out var program))
            _prefixes[pattern] = program = PrefixCompiler.Compile(pattern);
        return program;
    }

    private PatternAutomaton AutomatonOf(string pattern, bool anyTail)
    {
        if (!_automata.TryGetValue((pattern, anyTail), out var automaton))
            _automata[(pattern, anyTail)] = automaton = new PatternAutomaton(pattern, anyTail);
        return automaton;
    }
}
