using System.Reflection;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.Tests.Storage;

public sealed class TransitionsTests
{
    private const int Cases = 4_000;

    private static readonly PropertyInfo[] All = [.. typeof(Transitions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.PropertyType == typeof(Transition))];

    public static TheoryData<string, string> Mutants
    {
        get
        {
            var mutants = new TheoryData<string, string>();
            foreach (var property in All)
            {
                var transition = (Transition)property.GetValue(Transitions.Default)!;
                mutants.Add(property.Name, "state");
                for (var guard = 0; guard < transition.Guards.Count; guard++)
                    mutants.Add(property.Name, guard.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            return mutants;
        }
    }

    [Fact]
    public void The_store_allows_exactly_what_the_model_allows()
    {
        using var bench = new OperationBench();
        var random = new Random(20_261);
        var refused = 0;
        for (var number = 0; number < Cases; number++)
        {
            var one = OperationCase.Random(random);
            var expected = OperationModel.Next(one);
            Assert.True(expected == bench.Try(one), $"case {number}: {one} should end {expected?.ToString() ?? "refused"}");
            refused += expected is null ? 1 : 0;
        }
        Assert.InRange(refused, Cases / 4, Cases * 3 / 4);
    }

    [Fact]
    public void Every_row_of_the_table_is_walked()
    {
        using var bench = new OperationBench();
        var rows = Rows();
        foreach (var (one, next) in rows)
            Assert.Equal(next, bench.Try(one));
        Assert.Equal(39, rows.Select(static row => (row.Case.Step, row.Case.State, row.Next)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_missing_guard_is_noticed(string transition, string guard)
    {
        using var bench = new OperationBench(Without(transition, guard));
        var random = new Random(20_261);
        for (var number = 0; number < Cases; number++)
        {
            var one = OperationCase.Random(random);
            if (OperationModel.Next(one) != Outcome(bench, one))
                return;
        }
        Assert.Fail($"Nothing notices that {transition} lacks its guard {guard}.");
    }

    [Fact]
    public void Every_guard_is_among_the_mutants() => Assert.True(Mutants.Count >= 36, $"only {Mutants.Count} mutants were found");

    // The rows of the table, each from every state it may come from.
    private static List<(OperationCase Case, OperationState Next)> Rows()
    {
        var rows = new List<(OperationCase, OperationState)>();
        foreach (var step in Enum.GetValues<OperationStep>())
        {
            foreach (var state in Enum.GetValues<OperationState>())
            {
                foreach (var given in step == OperationStep.Settle ? Enum.GetValues<OperationState>() : [OperationState.Pending])
                {
                    foreach (var (effect, attempts) in new[] { (StartEffect.E1, 1), (StartEffect.E1, 6), (StartEffect.E3, 1) })
                    {
                        var one = new OperationCase(state, effect, OperationCase.Run, attempts, "rejected", LastWasSeen: true, Again: false, NotBefore: null, StartedAt: 0, step) { AttemptGiven = attempts, StateGiven = given };
                        if (OperationModel.Next(one) is { } next)
                            rows.Add((one, next));
                    }
                }
            }
        }
        return rows;
    }

    private static OperationState? Outcome(OperationBench bench, OperationCase one)
    {
        try
        {
            return bench.Try(one);
        }
        catch (StoreException)
        {
            // A check of the table itself stood in for the guard that is missing; the model would not have tried it.
            return (OperationState)(-1);
        }
    }

    private static Transitions Without(string name, string guard)
    {
        var property = Array.Find(All, one => one.Name == name)!;
        var transition = (Transition)property.GetValue(Transitions.Default)!;
        var mutant = guard == "state"
            ? new Transition(Enum.GetValues<OperationState>(), [.. transition.Guards])
            : new Transition(transition.From, [.. transition.Guards.Where((_, index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture) != guard)]);
        var transitions = Transitions.Default with { };
        property.SetValue(transitions, mutant);
        return transitions;
    }
}
