namespace Beeper.Resolver.Tests.Support;

/// <summary>What code allocates on its own, apart from what the runtime does now and then while it compiles the code anew.</summary>
internal static class Allocation
{
    private const int Attempts = 20;

    /// <summary>The fewest bytes that one of several runs allocated.</summary>
    public static long Least(Action run)
    {
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
