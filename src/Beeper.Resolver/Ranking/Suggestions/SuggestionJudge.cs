using Beeper.Resolver.Merging;
using Beeper.Resolver.Merging.Learning;

namespace Beeper.Resolver.Ranking.Suggestions;

/// <summary>
/// Says how likely each merge suggestion is right, and orders them by it. It never merges. Deterministic in any order of contacts,
/// suggestions and decisions.
/// </summary>
internal sealed class SuggestionJudge
{
    private const int MostDrawn = 100_000;
    private const int MostStrangers = 20_000;
    private const double LeastCertain = 0.01;
    private const double MostCertain = 0.99;

    private readonly SuggestionNumbers _numbers;
    private readonly Dictionary<string, Contact> _contacts;
    private readonly NameRarity _rarity;
    private readonly SuggestionModel _shipped;
    private readonly CalibrationCurve _curve;

    /// <summary>Makes a judge for the contacts of a merge.</summary>
    /// <param name="contacts">All contacts.</param>
    /// <param name="decisions">What the user decided.</param>
    /// <param name="numbers">The numbers to begin with; null for those shipped.</param>
    public SuggestionJudge(IReadOnlyList<Contact> contacts, IReadOnlyList<MergeDecision> decisions, SuggestionNumbers? numbers = null)
    {
        _numbers = numbers ?? SuggestionNumbers.Default;
        _contacts = contacts.ToDictionary(static contact => contact.Key, StringComparer.Ordinal);
        var drawn = Draw(contacts);
        _rarity = new NameRarity(drawn, contacts.Count);
        Strangers = Pairs([.. drawn.Take(MostStrangers + 1).Select(static contact => SuggestionSide.Of(contact.Records))]);
        Decided = DecidedExamples.Of(decisions, contacts, _rarity);
        _shipped = new SuggestionModel(_numbers, Strangers, []);
        Model = new SuggestionModel(_numbers, Strangers, Decided);
        _curve = new CalibrationCurve(_numbers.Curve);
    }

    /// <summary>What was learnt.</summary>
    public SuggestionModel Model { get; }

    /// <summary>The decisions that count as examples.</summary>
    public IReadOnlyList<SuggestionExample> Decided { get; }

    /// <summary>Version of the numbers it began with.</summary>
    public string Version => _numbers.Version;

    /// <summary>How contacts drawn at random agree.</summary>
    public IReadOnlyList<(PairPattern Pattern, int Count)> Strangers { get; }

    /// <summary>The suggestions with their probability and evidence, the likeliest first.</summary>
    public IReadOnlyList<MergeSuggestion> Judge(IEnumerable<MergeSuggestion> suggestions) => [.. suggestions.AsParallel().AsOrdered().Select(Judge)
        .OrderByDescending(static one => one.Probability).ThenBy(static one => one.Reason).ThenBy(static one => one.First, StringComparer.Ordinal).ThenBy(static one => one.Second, StringComparer.Ordinal)];

    /// <summary>How the two contacts of a suggestion agree.</summary>
    public PairPattern Pattern(MergeSuggestion suggestion) => SuggestionPattern.Of(Side(suggestion.First), Side(suggestion.Second), _rarity);

    /// <summary>The sum of the evidence before the user decided anything, log2 odds.</summary>
    public double LogOdds(MergeSuggestion suggestion) => _shipped.LogOdds(suggestion.Reason, Pattern(suggestion));

    private MergeSuggestion Judge(MergeSuggestion suggestion)
    {
        var pattern = Pattern(suggestion);
        var before = _shipped.LogOdds(suggestion.Reason, pattern);
        var moved = Model.LogOdds(suggestion.Reason, pattern) - before;
        // The curve holds for the shipped numbers; what decisions say is added behind it, so that each of them counts on flat stretches too.
        var rate = Math.Clamp(_curve.Rate(before), LeastCertain, MostCertain);
        var probability = LinkageModel.Probability(Math.Log2(rate / (1 - rate)) + moved);
        return suggestion with
        {
            Probability = Math.Round(Math.Clamp(probability, LeastCertain, MostCertain), 4),
            Evidence = SuggestionEvidence.Of(_shipped, pattern, moved, Decided.Count(one => one.Reason == suggestion.Reason && one.IsRight), Decided.Count(one => one.Reason == suggestion.Reason && !one.IsRight)),
        };
    }

    // Keys are hashes of what records say, so that a hash of them is as good as a throw of dice; of many contacts about the most is drawn.
    private static List<Contact> Draw(IReadOnlyList<Contact> contacts)
    {
        var limit = contacts.Count <= MostDrawn ? ulong.MaxValue : ulong.MaxValue / (ulong)contacts.Count * MostDrawn;
        return [.. contacts.Where(contact => StableHash.Mix(StableHash.Add(StableHash.Seed(61), contact.Key)) <= limit).OrderBy(static contact => contact.Key, StringComparer.Ordinal)];
    }

    private SuggestionSide Side(string key) => SuggestionSide.Of(_contacts[key].Records);

    // Every pair of few contacts, those next to each other of many.
    private static IReadOnlyList<(PairPattern Pattern, int Count)> Pairs(SuggestionSide[] sides)
    {
        var patterns = new List<PairPattern>();
        for (var step = 1; step < sides.Length && patterns.Count < MostStrangers; step++)
        {
            for (var at = 0; at + step < sides.Length && patterns.Count < MostStrangers; at++)
                patterns.Add(SuggestionPattern.Of(sides[at], sides[at + step], rarity: null));
        }
        return PatternCounts.Of(patterns);
    }
}
