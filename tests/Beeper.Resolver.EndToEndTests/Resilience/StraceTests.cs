using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Storage;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Rows F1, F2, F4, F6, F8 and F43: the n-th system call kills the real tool, or fails. Needs strace.</summary>
public sealed class StraceTests
{
    private const int People = 4;
    private const string Flushes = "fsync,fdatasync";

    [Fact]
    public async Task F1_a_kill_at_any_flush_to_disk_sends_nothing_twice_and_loses_nothing()
    {
        var points = await Tracer.EveryAsync(500, static nth => KillAndFinishAsync(world => Tracer.KillAtFlushAsync(world.Resolve(), world.StorePath, nth)));
        TestContext.Current.TestOutputHelper!.WriteLine($"{points} flushes");
        Assert.True(points >= 50, $"only {points} flushes were met");
    }

    [Theory]
    [InlineData("pwrite64", new[] { 3, 12, 30, 60, 90, 130, 170, 220, 270, 330 })]
    [InlineData("sendto,sendmsg", new[] { 1, 2, 4, 6, 9 })]
    [InlineData("recvfrom,recvmsg", new[] { 1, 3, 6, 9, 14 })]
    public async Task F2_a_kill_at_any_write_or_network_call_sends_nothing_twice_and_loses_nothing(string calls, int[] points)
    {
        var met = 0;
        if (LongRun.IsWanted)
            met = await Tracer.EveryAsync(2000, nth => KillAndFinishAsync(world => Tracer.KillAsync(world.Resolve(), calls, nth)));
        else
            await Parallel.ForEachAsync(points, TestContext.Current.CancellationToken, async (nth, _) => Interlocked.Add(ref met, await KillAndFinishAsync(world => Tracer.KillAsync(world.Resolve(), calls, nth)) ? 1 : 0));
        TestContext.Current.TestOutputHelper!.WriteLine($"{met} calls");
        // Network calls are spread over threads, and which one makes the most is chance.
        Assert.True(met >= (calls == "pwrite64" ? points.Length : 2), $"only {met} calls were met");
    }

    [Fact]
    public async Task F2_deaths_one_after_another_are_as_good_as_one()
    {
        await using var world = await CrashWorld.CreateAsync(People);
        foreach (var (calls, nth) in new[] { (Flushes, 25), ("pwrite64", 40), (Flushes, 9), ("sendto,sendmsg", 3), (Flushes, 12), ("recvfrom,recvmsg", 4), ("pwrite64", 25), (Flushes, 3) })
        {
            await Tracer.KillAsync(world.Resolve(), calls, nth);
            world.AssertIntentsCoverRequests();
        }
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Theory]
    [InlineData(Flushes, "error=EIO:when=12", "-wal", "")]
    [InlineData(Flushes, "error=EIO:when=30", "-wal", "")]
    [InlineData(Flushes, "error=EIO:when=1", ".mark", ".mark")]
    [InlineData("pwrite64", "error=EIO:when=60", "-wal", "")]
    [InlineData("pwrite64", "error=EIO:when=150", "-wal", "")]
    public async Task F6_a_disk_that_fails_once_stops_the_run_and_the_next_one_finishes(string calls, string fault, string file, string named)
    {
        await using var world = await CrashWorld.CreateAsync(People);
        var run = await Tracer.RunAsync(world.Resolve(), calls, fault, world.StorePath + file);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(world.StorePath + named, run.Errors, StringComparison.Ordinal);
        world.AssertIntentsCoverRequests();
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Fact]
    public async Task F6_a_marker_that_cannot_be_flushed_lets_no_message_out()
    {
        await using var world = await CrashWorld.CreateAsync(People);
        await world.RunAsync([.. world.Resolve().Where(static argument => argument is not "--message-text" && !argument.StartsWith("Hello", StringComparison.Ordinal))]);
        var run = await Tracer.RunAsync(world.Resolve(), Flushes, "error=EIO", world.StorePath + ".mark");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(world.StorePath + ".mark", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, world.Server.Counters.People.Sum(static person => person.Messages));
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Theory]
    [InlineData("/v1/chats/start", 3)]
    [InlineData("/messages", 2)]
    public async Task F8_a_disk_that_is_full_when_an_answer_comes_leaves_it_unknown_and_a_look_up_settles_it(string route, int nth)
    {
        // The first write to the log after the request is the one that would keep its answer.
        var log = "";
        var write = 0;
        await using (var world = await CrashWorld.CreateAsync(People))
        {
            log = world.StorePath + "-wal";
            var calls = await Tracer.RecordAsync(ToolProcess.Command(world.Resolve()), "pwrite64,sendto,sendmsg", Path.Combine(world.Folder, "trace"));
            var posts = 0;
            foreach (var call in calls)
            {
                posts += call.IsPost(route) ? 1 : 0;
                write += call.Name == "pwrite64" && call.Target == log ? 1 : 0;
                if (posts == nth && !call.IsPost(route) && call.Target == log)
                    break;
            }
        }
        await using var full = await CrashWorld.CreateAsync(People);
        var run = await Tracer.RunAsync(full.Resolve(), "pwrite64", $"error=ENOSPC:when={write}", full.StorePath + "-wal");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is full", run.Errors, StringComparison.Ordinal);
        full.AssertIntentsCoverRequests();
        Assert.Equal(1, full.States().GetValueOrDefault(OperationState.Inflight));
        Assert.Equal(nth, full.Server.Journal.Entries.Count(entry => entry.Method == "POST" && entry.Path.EndsWith(route, StringComparison.Ordinal)));
        await full.FinishAsync();
        await full.AssertNothingLostAsync();
        Assert.Equal(OperationState.Resolved, Assert.Single(full.States().Keys));
        Assert.Equal(People, full.Server.Counters.People.Sum(static person => person.Messages));
        Assert.InRange(full.Server.Counters.Starts, People, People + 1);
    }

    [Fact]
    public async Task F43_kills_while_recovering_from_a_full_disk_are_as_good_as_either()
    {
        await using var world = await CrashWorld.CreateAsync(People);
        Assert.Equal(1, (await Tracer.RunAsync(world.Resolve(), "pwrite64", "error=ENOSPC:when=90+")).ExitCode);
        foreach (var nth in new[] { 2, 4, 6, 9 })
        {
            await Tracer.KillAsync(world.Resolve(), Flushes, nth);
            world.AssertIntentsCoverRequests();
        }
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public async Task F43_a_log_that_is_damaged_after_a_kill_is_refused_and_accepted_only_with_all_looked_up(int nth)
    {
        await using var world = await CrashWorld.CreateAsync(People);
        Assert.True(await Tracer.KillAsync(world.Resolve(), Flushes, nth));
        using (var log = new FileStream(world.StorePath + "-wal", FileMode.Open))
        {
            log.Position = log.Length * 2 / 3;
            log.Write(new byte[5000]);
        }
        var posted = world.Server.Journal.Entries.Count(static entry => entry.Method == "POST");
        Assert.True(posted > 0);
        Assert.Equal(11, (await world.RunAsync(world.Resolve())).ExitCode);
        Assert.Equal(posted, world.Server.Journal.Entries.Count(static entry => entry.Method == "POST"));
        Assert.Contains((await world.RunAsync([.. world.Reconcile(), "--all"])).ExitCode, new[] { 0, 7 });
        await world.FinishAsync();
        await world.AssertNothingLostAsync(wasRolledBack: true);
    }

    [Fact]
    public async Task F4_a_kill_at_any_flush_of_a_reconciliation_leaves_it_to_the_next_one()
    {
        var points = await Tracer.EveryAsync(200, static async nth =>
        {
            // Starts and messages that were carried out and never answered.
            await using var world = await CrashWorld.CreateAsync(People, null, Fault(StartRoute, new FaultEffect { When = "after", Drop = "after-read" }, every: 2), Fault(MessageRoute, new FaultEffect { When = "after", Drop = "after-read" }, every: 2));
            await world.RunAsync(world.Resolve());
            var posted = world.Server.Journal.Entries.Count(static entry => entry.Method == "POST");
            var isMet = await Tracer.KillAsync(world.Reconcile(), Flushes, nth);
            Assert.Equal(posted, world.Server.Journal.Entries.Count(static entry => entry.Method == "POST"));
            await world.FinishAsync();
            await world.AssertNothingLostAsync();
            return isMet;
        });
        Assert.True(points >= 6, $"only {points} flushes were met");
    }

    [Fact]
    public async Task F4_a_kill_at_any_network_call_of_a_reconciliation_leaves_it_to_the_next_one()
    {
        await using var world = await CrashWorld.CreateAsync(People, null, Fault(StartRoute, new FaultEffect { When = "after", Drop = "after-read" }, every: 2), Fault(MessageRoute, new FaultEffect { When = "after", Drop = "after-read" }, every: 2));
        await world.RunAsync(world.Resolve());
        var posted = world.Server.Journal.Entries.Count(static entry => entry.Method == "POST");
        foreach (var (calls, nth) in new[] { ("sendto,sendmsg", 1), ("recvfrom,recvmsg", 2), ("sendto,sendmsg", 2), ("recvfrom,recvmsg", 5), ("sendto,sendmsg", 3) })
            await Tracer.KillAsync(world.Reconcile(), calls, nth);
        Assert.Equal(posted, world.Server.Journal.Entries.Count(static entry => entry.Method == "POST"));
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Fact]
    public async Task F4_a_kill_at_any_flush_of_an_import_leaves_all_of_it_or_nothing()
    {
        var points = await Tracer.EveryAsync(200, static async nth =>
        {
            await using var world = await CrashWorld.CreateAsync(People);
            string[] import = ["import", world.Csv, "--region", "US", "--store", world.StorePath];
            var isMet = await Tracer.KillAtFlushAsync(import, world.StorePath, nth);
            if (world.HasStore)
            {
                using var store = ResolutionStore.OpenReadOnly(world.StorePath);
                Assert.Contains(store.Sources.All().Sum(static source => source.Imported), new[] { 0, People });
                Assert.Contains(store.Contacts.Count(), new[] { 0, People });
            }
            Assert.Equal(0, (await world.RunAsync(import)).ExitCode);
            using (var store = ResolutionStore.OpenReadOnly(world.StorePath))
            {
                Assert.Empty(store.Check());
                Assert.Equal(People, store.Contacts.Count());
            }
            return isMet;
        });
        Assert.True(points >= 12, $"only {points} flushes were met");
    }

    private static async Task<bool> KillAndFinishAsync(Func<CrashWorld, Task<bool>> killAsync)
    {
        await using var world = await CrashWorld.CreateAsync(People);
        var isMet = await killAsync(world);
        world.AssertIntentsCoverRequests();
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
        return isMet;
    }
}
