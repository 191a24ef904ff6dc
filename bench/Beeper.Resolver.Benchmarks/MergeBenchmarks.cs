using Beeper.Resolver.Merging;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Beeper.Resolver.Benchmarks;

/// <summary>Merging a million records, cold and on a rerun, and with a switchboard that many of them share.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class MergeBenchmarks
{
    private NormalizedRecord[] _records = [];
    private KnownContact[] _known = [];

    [Params(1_000_000)]
    public int Records { get; set; }

    [Params(0, 10_000)]
    public int OnSwitchboard { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _records = MergeSample.Make(Records, OnSwitchboard);
        _known = [.. new ContactMerger().Merge(_records, []).Select(static contact => new KnownContact(contact.Key, contact.Name, [.. contact.Identifiers.Select(static given => given.Identifier)]))];
    }

    [Benchmark(Baseline = true)]
    public int Cold() => new ContactMerger().Merge(_records, []).Count;

    [Benchmark]
    public int WithSuggestions() => new ContactMerger().Merge(_records, [], []).Suggestions.Count;

    [Benchmark]
    public int Rerun() => new ContactMerger().Merge(_records, _known).Count;
}
