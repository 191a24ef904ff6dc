using Beeper.Resolver.Merging;

namespace Beeper.Resolver.Benchmarks.Profiling;

/// <summary>Merges once or a few times without BenchmarkDotNet, to see where the time goes and how much memory is in use at most.</summary>
internal static class MergeProfile
{
    public static void Run(int records, int rounds, TextWriter output)
    {
        foreach (var onSwitchboard in new[] { 0, 10_000 })
        {
            var made = MergeSample.Make(records, onSwitchboard);
            var known = MergeSample.Known(made);
            for (var round = 0; round < rounds; round++)
            {
                output.WriteLine($"{records} records, {onSwitchboard} on a switchboard");
                output.WriteLine($"  cold             {Measured.Of(() => new ContactMerger().Merge(made, []).Count)}");
                output.WriteLine($"  with suggestions {Measured.Of(() => new ContactMerger().Merge(made, [], []).Suggestions.Count)}");
                output.WriteLine($"  rerun            {Measured.Of(() => new ContactMerger().Merge(made, known).Count)}");
            }
        }
    }
}
