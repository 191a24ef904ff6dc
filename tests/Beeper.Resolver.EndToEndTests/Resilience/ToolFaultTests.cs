using System.Diagnostics;
using System.Globalization;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;
using Beeper.Resolver.Storage;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Rows F36 to F41 and F44: what surrounds the tool goes wrong.</summary>
public sealed class ToolFaultTests : IDisposable
{
    private static readonly FaultRule Slow = Fault(StartRoute, new FaultEffect { When = "after", DelayMs = 40 });

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("missing.csv")]
    [InlineData("directory")]
    [InlineData("empty.csv")]
    [InlineData("/dev/null")]
    [InlineData("binary.csv")]
    public async Task F36_a_file_that_is_no_address_book_is_named_and_nothing_is_half_imported(string name)
    {
        Directory.CreateDirectory(_folder["directory"]);
        _folder.Write("empty.csv", "");
        await File.WriteAllBytesAsync(_folder["binary.csv"], [.. Enumerable.Range(0, 4096).Select(static number => (byte)(number * 37))], TestContext.Current.CancellationToken);
        var good = _folder.Write("good.csv", Crowd.Csv(3));
        var path = name[0] == '/' ? name : _folder[name];
        var run = await ToolProcess.RunAsync(["import", good, path, "--store", _folder["resolver.db"]]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(Path.GetFileName(path), run.Errors, StringComparison.Ordinal);
        using var store = ResolutionStore.Open(_folder["resolver.db"]);
        Assert.Equal("good.csv", Assert.Single(store.Sources.All()).Name);
        Assert.Equal(3, store.Contacts.Count());
    }

    [Fact]
    public async Task F36_a_pipe_is_named_and_refused()
    {
        var pipe = _folder["contacts.csv"];
        var content = _folder.Write("source.csv", Crowd.Csv(3));
        using var shell = ToolProcess.Start(["sh", "-c", $"mkfifo '{pipe}' && exec cat '{content}' > '{pipe}'"]);
        while (!File.Exists(pipe))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        var run = await ToolProcess.RunAsync(["import", pipe, "--region", "US", "--store", _folder["resolver.db"]]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{pipe} is a pipe", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["resolver.db"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F36_a_file_that_changes_while_it_is_read_loses_no_row_unseen(bool grows)
    {
        var csv = _folder["contacts.csv"];
        var rows = string.Concat(Enumerable.Range(0, 30_000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"{Crowd.Name(number)} {number / 400},person.{number}@example.com\n")));
        await File.WriteAllTextAsync(csv, "Full Name,E-mail\n" + rows, TestContext.Current.CancellationToken);
        using (var process = ToolProcess.Start(ToolProcess.Command("import", csv, "--region", "US", "--store", _folder["resolver.db"])))
        {
            for (var change = 0; !process.HasExited; change++)
            {
                await using (var file = new FileStream(csv, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    if (!grows)
                        file.SetLength(Math.Max(100, file.Length * 9 / 10));
                    else if (change < 200)
                        file.Seek(0, SeekOrigin.End);
                    if (grows && change < 200)
                        file.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Late Comer {change},late.{change}@example.com\n")));
                }
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
            var run = await process.EndAsync();
            Assert.True(run.ExitCode is 0 or 2, run.Errors);
        }
        using var store = ResolutionStore.Open(_folder["resolver.db"]);
        Assert.Empty(store.Check());
        Assert.All(store.Sources.All(), source => Assert.InRange(source.RowsRead, grows ? 30_000 : 1, grows ? 30_200 : 30_000));
    }

    [Theory]
    [InlineData("| head -n 1 > /dev/null")]
    [InlineData("> /dev/full")]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    public async Task F37_an_output_that_is_closed_or_full_leaves_the_store_as_after_a_kill(string redirection)
    {
        await using var world = await CrashWorld.CreateAsync(40);
        var command = string.Join(' ', ToolProcess.Command(world.Resolve()).Select(static argument => $"'{argument}'"));
        using (var shell = ToolProcess.Start(["sh", "-c", $"{command} {redirection}"]))
            await shell.EndAsync();
        world.AssertNeverTwice();
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Theory]
    [InlineData("INT", 130, 1)]
    [InlineData("INT", 130, 2)]
    [InlineData("TERM", 143, 1)]
    [InlineData("HUP", 143, 1)]
    public async Task F38_a_signal_stops_the_run_and_the_next_one_goes_on(string signal, int exitCode, int times)
    {
        await using var world = await CrashWorld.CreateAsync(60, null, Slow);
        using (var process = ToolProcess.Start(ToolProcess.Command(world.Resolve())))
        {
            await StartsAsync(world, 3);
            for (var sent = 0; sent < times; sent++)
                Signal(process.Id, signal);
            var run = await process.EndAsync();
            Assert.Equal(exitCode, run.ExitCode);
            Assert.Contains("run the same command again", run.Errors, StringComparison.Ordinal);
        }
        Assert.InRange(world.Server.Counters.Created, 1, 59);
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Fact]
    public async Task F38_the_first_interrupt_lets_what_is_in_flight_end_and_the_second_does_not()
    {
        foreach (var (delay, isImpatient) in new[] { (2000, false), (600_000, true) })
        {
            await using var world = await CrashWorld.CreateAsync(8, null, Fault(StartRoute, new FaultEffect { When = "after", DelayMs = delay }));
            using var process = ToolProcess.Start(ToolProcess.Command(world.Resolve().Select(static argument => argument == "5" ? "1200" : argument)));
            await StartsAsync(world, 1);
            do
            {
                Signal(process.Id, "INT");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
            while (isImpatient && !process.HasExited);
            Assert.Equal(130, (await process.EndAsync()).ExitCode);
            Assert.Equal(1, world.Server.Counters.Starts);
            var states = world.States();
            Assert.Equal(isImpatient ? 0 : 1, states.GetValueOrDefault(OperationState.Resolved));
            Assert.Equal(isImpatient ? 1 : 0, states.GetValueOrDefault(OperationState.Inflight) + states.GetValueOrDefault(OperationState.Unknown));
        }
    }

    [Fact]
    public async Task F38_a_second_interrupt_ends_a_command_that_waits_for_a_file()
    {
        // Opening a pipe that nobody writes to never returns.
        var pipe = _folder["contacts.csv"];
        using (var shell = ToolProcess.Start(["mkfifo", pipe]))
            await shell.EndAsync();
        using var process = ToolProcess.Start(ToolProcess.Command("import", pipe, "--store", _folder["resolver.db"]));
        // Before the tool listens to signals, the first one ends it with the same code.
        while (!process.HasExited)
        {
            Signal(process.Id, "INT");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        Assert.Equal(130, (await process.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task F38_a_terminal_that_is_closed_stops_the_run_and_the_next_one_goes_on()
    {
        await using var world = await CrashWorld.CreateAsync(120, null, Slow);
        var command = string.Join(' ', ToolProcess.Command(world.Resolve()).Where(static argument => argument != "--jsonl").Select(static argument => $"'{argument}'"));
        using (var terminal = ToolProcess.Start(["script", "-qec", command, "/dev/null"], ("NO_COLOR", ""), ("TERM", "xterm-256color")))
        {
            await StartsAsync(world, 3);
            var tool = int.Parse(await File.ReadAllTextAsync(world.StorePath + ".owner", TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
            // Who holds the other end of the pseudo-terminal is gone, as when its window is closed.
            terminal.Kill();
            while (IsRunning(tool))
                await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        Assert.InRange(world.Server.Counters.Created, 1, 119);
        world.AssertIntentsCoverRequests();
        await world.FinishAsync();
        await world.AssertNothingLostAsync();
    }

    [Fact]
    public async Task F39_a_large_address_book_is_imported_and_planned_in_bounded_memory()
    {
        // The runtime refuses to grow its heap beyond this; a million contacts in the long run.
        var (rows, limit) = LongRun.IsWanted ? (1_000_000, 1200L << 20) : (50_000, 160L << 20);
        var csv = _folder["large.csv"];
        await using (var file = new StreamWriter(csv))
        {
            await file.WriteLineAsync("Full Name,E-mail,Phone");
            for (var number = 0; number < rows; number++)
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Crowd.Name(number)} {number / 400},person.{number}@example.com,{(number % 97 == 0 ? Crowd.Phone(number) : "")}"));
        }
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = new Population([Some.Account("imessage", "imessage", "iMessage")], []) });
        (string, string)[] limited = [("DOTNET_GCHeapHardLimit", limit.ToString("X", CultureInfo.InvariantCulture)), ("BEEPER_ACCESS_TOKEN", server.Token)];
        var import = await ToolProcess.RunAsync(["import", csv, "--region", "US", "--store", _folder["resolver.db"]], limited);
        Assert.True(import.ExitCode == 0, import.Errors);
        using (var store = ResolutionStore.OpenReadOnly(_folder["resolver.db"]))
            Assert.Equal(rows, store.Sources.All().Sum(static source => source.Imported));
        var plan = await ToolProcess.RunAsync(["plan", "--jsonl", "--base-url", server.BaseUrl.ToString(), "--store", _folder["resolver.db"]], limited);
        Assert.True(plan.ExitCode == 0, plan.Errors);
        Assert.InRange(plan.Output.Count(static c => c == '\n'), rows / 2, rows);
    }

    [Fact]
    public async Task F44_a_starved_thread_pool_neither_hangs_nor_outlives_an_interrupt()
    {
        await using var world = await CrashWorld.CreateAsync(400, null, Slow);
        using (var process = ToolProcess.Start(ToolProcess.Command(world.Resolve()), ("DOTNET_ThreadPool_ForceMaxWorkerThreads", "2")))
        {
            await StartsAsync(world, 5);
            Signal(process.Id, "INT");
            Assert.Equal(130, (await process.EndAsync()).ExitCode);
        }
        world.AssertNeverTwice();
    }

    [Theory]
    [InlineData("missing/chats.csv")]
    [InlineData("taken.csv")]
    public async Task F40_a_report_is_written_whole_or_not_at_all(string name)
    {
        await using var world = await CrashWorld.CreateAsync(2);
        await world.FinishAsync();
        _folder.Write("taken.csv", "mine");
        var run = await ToolProcess.RunAsync(["export", _folder[name], "--store", world.StorePath]);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder["taken.csv"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task F40_a_report_replaces_a_link_and_not_the_file_it_leads_to()
    {
        await using var world = await CrashWorld.CreateAsync(2);
        await world.FinishAsync();
        var target = _folder.Write("target.csv", "mine");
        var link = _folder["link.csv"];
        File.CreateSymbolicLink(link, target);
        Assert.Equal(2, (await ToolProcess.RunAsync(["export", link, "--store", world.StorePath])).ExitCode);
        Assert.Equal(0, (await ToolProcess.RunAsync(["export", link, "--force", "--store", world.StorePath])).ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        Assert.Contains(Crowd.Name(1), await File.ReadAllTextAsync(link, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(link));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    [Fact]
    public async Task F41_locales_and_time_zones_make_the_same_store()
    {
        var csv = _folder.Write("contacts.csv", Crowd.Csv(30) + "İIıi Şahin,+12125550199\nAda,ADA.ILGIN@EXAMPLE.COM\n");
        var keys = new List<string>();
        foreach (var (language, zone) in new[] { ("C.UTF-8", "UTC"), ("tr_TR.UTF-8", "Pacific/Apia"), ("ar_SA.UTF-8", "Asia/Kathmandu"), ("th_TH.UTF-8", "America/St_Johns") })
        {
            var path = _folder[$"{language}.db"];
            var run = await ToolProcess.RunAsync(["import", csv, "--region", "US", "--store", path], ("LC_ALL", language), ("LANG", language), ("TZ", zone));
            Assert.Equal(0, run.ExitCode);
            using var store = ResolutionStore.OpenReadOnly(path);
            keys.Add(string.Join('\n', store.Contacts.Load().Select(static contact => $"{contact.Contact.Key} {contact.Contact.Name} {string.Join(' ', contact.Contact.Identifiers.Select(static given => given.Identifier.Value))}")));
        }
        Assert.Single(keys.Distinct());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task StartsAsync(CrashWorld world, int count)
    {
        while (world.Server.Counters.Starts < count)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    // One that has ended and whom nobody has asked for its exit code is not running.
    private static bool IsRunning(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Signal(int process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
