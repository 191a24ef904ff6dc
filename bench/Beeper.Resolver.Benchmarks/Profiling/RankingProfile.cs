using System.Diagnostics;
using System.Globalization;

namespace Beeper.Resolver.Benchmarks.Profiling;

/// <summary>Ranks for some seconds and gives the processor time per candidate, which other programs disturb less than the wall time.</summary>
internal static class RankingProfile
{
    public static void Run(int seconds, TextWriter output)
    {
        var benchmark = new RankingBenchmarks();
        benchmark.Setup();
        for (var round = 0; round < seconds; round++)
        {
            var (candidates, watch, processor, allocated) = (0L, Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
            while (watch.Elapsed < TimeSpan.FromSeconds(1))
                candidates += benchmark.Rank();
            processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{processor.TotalNanoseconds / candidates,8:0} ns processor  {watch.Elapsed.TotalNanoseconds / candidates,8:0} ns wall  {allocated / candidates,6} B per candidate"));
        }
    }
}
