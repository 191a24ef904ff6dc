using System.Globalization;
using Beeper.Resolver.Evaluation.Generating;
using Beeper.Resolver.Evaluation.Measuring;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Merging.Learning;
using Beeper.Resolver.Ranking;
using Beeper.Resolver.Ranking.Suggestions;

namespace Beeper.Resolver.Evaluation.Running;

/// <summary>Fits the numbers about merge suggestions that the library ships: worlds of several sizes and seeds that no report uses are imported and merged, and their truth counted.</summary>
internal static class SuggestionRun
{
    private const int FewestPerBlock = 60;
    private const double Unseen = 1;

    private static readonly (int People, int Seed)[] Worlds = [(800, 201), (2000, 202), (2000, 203), (4000, 204), (4000, 205), (8000, 206), (16_000, 207)];

    /// <summary>Writes the data file.</summary>
    public static async Task RunAsync(string output, CancellationToken cancellationToken)
    {
        var worlds = Worlds.Select(static one => new JudgedWorld(one.People, one.Seed)).ToList();
        var examples = worlds.SelectMany(static world => world.Examples(SuggestionNumbers.Default)).ToList();
        var numbers = new SuggestionNumbers
        {
            Version = SuggestionNumbers.Default.Version,
            FittedOn = string.Create(CultureInfo.InvariantCulture, $"{examples.Count} suggestions in {Worlds.Length} made worlds of {Worlds[0].People} to {Worlds[^1].People} people, seeds {Worlds[0].Seed} to {Worlds[^1].Seed}"),
            Rates = examples.GroupBy(static one => one.Example.Reason).OrderBy(static group => group.Key)
                .ToDictionary(static group => group.Key, static group => Math.Round((group.Count(static one => one.Example.IsRight) + Unseen) / (group.Count() + (2 * Unseen)), 4)),
            Same = Shares([.. examples.Where(static one => one.Example.IsRight).Select(static one => (one.Example.Pattern, 1))]),
            Different = Shares([.. examples.Where(static one => !one.Example.IsRight).Select(static one => (one.Example.Pattern, 1))]),
            Strangers = Shares([.. worlds.SelectMany(static world => world.Strangers)]),
            Curve = [],
        };
        var sums = worlds.SelectMany(world => world.Examples(numbers)).Select(static one => (one.LogOdds, one.Example.IsRight));
        await File.WriteAllTextAsync(output, SuggestionNumbers.Write(numbers with { Curve = IsotonicFit.Of(sums, FewestPerBlock) }) + "\n", cancellationToken);
    }

    private static Dictionary<SuggestionTrait, double[]> Shares(IReadOnlyList<(PairPattern Pattern, int Count)> patterns) =>
        SuggestionPattern.Traits.ToDictionary(static trait => trait, trait =>
        {
            var counts = new double[LinkageModel.Levels];
            foreach (var (pattern, count) in patterns)
                counts[(int)pattern[(int)trait]] += count;
            var all = counts.Skip(1).Sum() + (Unseen * (counts.Length - 1));
            return counts.Select((count, level) => level == 0 ? 0 : Math.Round((count + Unseen) / all, 6)).ToArray();
        });

    private sealed class JudgedWorld
    {
        private readonly IReadOnlyList<Contact> _contacts;
        private readonly IReadOnlyList<(MergeSuggestion Suggestion, bool IsRight)> _suggestions;

        public JudgedWorld(int people, int seed)
        {
            var world = World.Make(people, seed);
            using var books = new ImportedBooks(world);
            _contacts = [.. books.Store.Contacts.Load().Select(static stored => stored.Contact)];
            var suggestions = books.Store.Suggestions.Load();
            var quality = new SuggestionQuality(world, _contacts, suggestions);
            _suggestions = [.. suggestions.Select(one => (one, quality.IsRight(one)))];
        }

        public IReadOnlyList<(PairPattern Pattern, int Count)> Strangers => new SuggestionJudge(_contacts, []).Strangers;

        public IEnumerable<(SuggestionExample Example, double LogOdds)> Examples(SuggestionNumbers numbers)
        {
            var judge = new SuggestionJudge(_contacts, [], numbers);
            return _suggestions.Select(one => (new SuggestionExample(one.Suggestion.Reason, judge.Pattern(one.Suggestion), one.IsRight), judge.LogOdds(one.Suggestion))).ToList();
        }
    }
}
