using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>Rows F1, F2, F4, F6 and F8: the n-th system call of the writing thread kills the tool or fails. Needs strace.</summary>
public sealed class StraceTests
{
    private const int People = 12;

    [Fact]
    public async Task F1_a_kill_at_any_flush_to_disk_sends_nothing_twice_and_loses_nothing()
    {
        // One world takes death after death, at another flush each time, until a run survives; then the next world.
        var points = 0;
        for (var worlds = 0; points < 50; worlds++)
        {
            await using var world = await CrashWorld.CreateAsync(People);
            for (var (nth, run) = (1 + worlds, 0); run < 40; run++, nth = 1 + ((nth * 7) + worlds) % 41)
            {
                if ((await TraceAsync(world.Resolve(), $"fsync,fdatasync:signal=KILL:when={nth}")).ExitCode is 0 or 7)
                    break;
                points++;
                if (File.Exists(world.StorePath))
                    AssertIntentsCoverRequests(world);
            }
            await world.FinishAsync();
            await world.AssertNothingLostAsync();
        }
        Assert.True(points >= 50, $"only {points} flushes were met");
    }

    [Theory]
    [InlineData("pwrite64", new[] { 5, 25, 60, 100, 150 })]
    [InlineData("sendto,sendmsg", new[] { 1, 3, 7, 12 })]
    [InlineData("recvfrom,recvmsg", new[] { 2, 5, 11, 20 })]
    public async Task F2_a_kill_at_a_write_or_at_the_network_sends_nothing_twice_and_loses_nothing(string calls, int[] points)
    {
        await using var world = await CrashWorld.CreateAsync(People);
        foreach (var nth in points)
        {
            await TraceAsync(world.Resolve(), $"{calls}:signal=KILL:when={nth}");
            if (File.Exists(world.StorePath))
                AssertIntentsCoverRequests(world);
        }
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Theory]
    [InlineData("fsync,fdatasync:error=EIO:when=20", 1)]
    [InlineData("pwrite64:error=EIO:when=80", 1)]
    [InlineData("pwrite64:error=ENOSPC:when=80", 1)]
    public async Task F6_F8_a_disk_that_fails_once_stops_the_run_and_the_next_one_finishes(string fault, int exitCode)
    {
        await using var world = await CrashWorld.CreateAsync(People);
        var run = await TraceAsync(world.Resolve(), fault);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(world.StorePath, run.Errors, StringComparison.Ordinal);
        AssertIntentsCoverRequests(world);
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Fact]
    public async Task F43_a_kill_while_recovering_from_a_failed_disk_is_as_good_as_either()
    {
        await using var world = await CrashWorld.CreateAsync(People);
        await TraceAsync(world.Resolve(), "pwrite64:error=ENOSPC:when=90+");
        foreach (var nth in new[] { 2, 4, 6 })
            await TraceAsync(world.Resolve(), $"fsync,fdatasync:signal=KILL:when={nth}");
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    // Whatever the server has seen stands in the log of attempts.
    private static void AssertIntentsCoverRequests(CrashWorld world)
    {
        world.AssertNeverTwice();
        if (new FileInfo(world.StorePath).Length == 0)
            return;
        var posted = world.Server.Journal.Entries.Count(static entry => entry.Method == "POST");
        if (posted == 0)
            return;
        using var store = ResolutionStore.Open(world.StorePath);
        Assert.Empty(store.Check());
        Assert.True(store.Operations.AttemptsSince(Support.Some.WhatsApp, DateTimeOffset.UnixEpoch).Count >= posted);
    }

    private static async Task<ToolRun> TraceAsync(string[] arguments, string fault)
    {
        using var process = ToolProcess.Start(["strace", "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf", "-e", $"trace={fault.Split(':')[0]}", "-e", $"inject={fault}", .. ToolProcess.Command(arguments)]);
        return await process.EndAsync();
    }
}
