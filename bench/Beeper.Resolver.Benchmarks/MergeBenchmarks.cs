using Beeper.Resolver.Merging;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Beeper.Resolver.Benchmarks;

/// <summary>Merging a million records, cold and on a rerun, and with a switchboard that many of them share.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
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
        _known = MergeSample.Known(_records);
    }

    [Benchmark(Baseline = true)]
    public int Cold() => new ContactMerger().Merge(_records, []).Count;

    [Benchmark]
    public int WithSuggestions() => new ContactMerger().Merge(_records, [], []).Suggestions.Count;

    [Benchmark]
    public int Rerun() => new ContactMerger().Merge(_records, _known).Count;

    // An operation of seconds needs no process of its own.
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(30), logOutput: true)).WithLaunchCount(1).WithWarmupCount(1).WithIterationCount(3));
    }
}
