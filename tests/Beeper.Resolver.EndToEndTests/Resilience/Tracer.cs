namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Runs the real tool under strace, which kills it at its n-th system call of a kind, or makes that call fail. Calls are counted per thread.</summary>
internal static class Tracer
{
    private const int Killed = 137;
    private const int FlushesOfMaking = 8;

    /// <summary>Runs the tool with a fault.</summary>
    /// <param name="arguments">The tool's command line.</param>
    /// <param name="calls">The system calls that count, separated by commas.</param>
    /// <param name="fault">What happens to which of them, in strace's words.</param>
    /// <param name="path">The one file whose calls count; null for all.</param>
    public static async Task<ToolRun> RunAsync(string[] arguments, string calls, string fault, string? path = null)
    {
        // Not with --seccomp-bpf, under which strace 6.1 injects no signal after the first call.
        string[] only = path is null ? [] : ["-P", path];
        using var process = ToolProcess.Start(["strace", "-f", "-qq", "-o", "/dev/null", .. only, "-e", $"trace={calls}", "-e", $"inject={calls}:{fault}", .. ToolProcess.Command(arguments)]);
        return await process.EndAsync();
    }

    /// <summary>Whether the tool met its n-th call of a kind, and died there.</summary>
    public static async Task<bool> KillAsync(string[] arguments, string calls, int nth, string? path = null)
    {
        var run = await RunAsync(arguments, calls, $"signal=KILL:when={nth}", path);
        Assert.True(run.ExitCode is 0 or 7 or Killed, $"exit {run.ExitCode} where the {nth}. of {calls} kills: {run.Errors}");
        return run.ExitCode == Killed;
    }

    /// <summary>
    /// Whether the tool met its n-th flush, and died there: first those by which a store is made, on the main thread, then those of its log.
    /// </summary>
    public static Task<bool> KillAtFlushAsync(string[] arguments, string storePath, int nth) =>
        nth <= FlushesOfMaking ? KillAsync(arguments, "fsync,fdatasync", nth) : KillAsync(arguments, "fsync,fdatasync", nth - FlushesOfMaking, storePath + "-wal");

    /// <summary>Runs the tool to its end and gives its system calls in the order in which they ended.</summary>
    public static async Task<List<SystemCall>> RecordAsync(IReadOnlyList<string> command, string calls, string log, params (string Name, string Value)[] variables)
    {
        using var process = ToolProcess.Start(["strace", "-f", "-qq", "-y", "-xx", "-s", "300000", "--seccomp-bpf", "-e", $"trace={calls}", "-o", log, .. command], variables);
        var run = await process.EndAsync();
        Assert.True(run.ExitCode == 0, run.Errors);
        return [.. StraceLog.Read(log)];
    }

    /// <summary>Does something at the n-th call, for every n from 1 on until one is not met, a few at a time.</summary>
    /// <returns>How many were met.</returns>
    public static async Task<int> EveryAsync(int most, Func<int, Task<bool>> at)
    {
        var (met, isOver) = (0, false);
        await Parallel.ForEachAsync(Enumerable.Range(1, most), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken }, async (nth, _) =>
        {
            if (Volatile.Read(ref isOver))
                return;
            if (await at(nth))
                Interlocked.Increment(ref met);
            else
                Volatile.Write(ref isOver, true);
        });
        Assert.True(isOver, $"there are more than {most} calls");
        return met;
    }
}
