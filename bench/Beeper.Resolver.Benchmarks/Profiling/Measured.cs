using System.Diagnostics;
using System.Globalization;

namespace Beeper.Resolver.Benchmarks.Profiling;

/// <summary>
/// Wall time, processor time, allocation and the highest heap of one piece of work. The heap is sampled every few milliseconds and includes what
/// is garbage but not collected yet, so it is an upper bound of what is needed.
/// </summary>
internal sealed record Measured(TimeSpan Wall, TimeSpan Processor, long Allocated, long PeakHeap, long Result)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    public static Measured Of(Func<long> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var sampler = new HeapSampler(Interval);
        var (allocated, processor, watch) = (GC.GetTotalAllocatedBytes(precise: true), Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var result = work();
        var wall = watch.Elapsed;
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Measured(wall, processor, allocated, sampler.Highest - before, result);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Wall.TotalSeconds,6:0.00} s wall  {Processor.TotalSeconds,6:0.00} s processor  {Allocated / 1e6,6:0} MB allocated  {PeakHeap / 1e6,6:0} MB highest heap beyond the records  ({Result})");

    private sealed class HeapSampler : IDisposable
    {
        private readonly Thread _thread;
        private volatile bool _done;
        private long _highest;

        public HeapSampler(TimeSpan interval)
        {
            _thread = new Thread(() =>
            {
                while (!_done)
                {
                    _highest = Math.Max(_highest, GC.GetTotalMemory(forceFullCollection: false));
                    Thread.Sleep(interval);
                }
            })
            {
                IsBackground = true,
                Priority = ThreadPriority.AboveNormal,
            };
            _thread.Start();
        }

        public long Highest => Math.Max(_highest, GC.GetTotalMemory(forceFullCollection: false));

        public void Dispose()
        {
            _done = true;
            _thread.Join();
        }
    }
}
