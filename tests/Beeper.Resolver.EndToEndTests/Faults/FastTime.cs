using System.Collections.Concurrent;

namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>
/// A clock whose waits are a hundred times as short as asked for, and which remembers them. The wall clock is the world's, as the server's
/// is, and can be set; the monotonic one cannot.
/// </summary>
internal sealed class FastTime : TimeProvider
{
    private const int Factor = 100;

    private readonly long _began = System.GetTimestamp();

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>How far the wall clock was set forward, or back.</summary>
    public TimeSpan Jump { get; set; }

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => (System.GetTimestamp() - _began) * Factor;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Jump;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
            Waits.Enqueue(dueTime);
        return new FastTimer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), Waits);
    }

    private static TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Factor;

    private sealed class FastTimer(ITimer timer, ConcurrentQueue<TimeSpan> waits) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
                waits.Enqueue(dueTime);
            return timer.Change(Scaled(dueTime), Scaled(period));
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
