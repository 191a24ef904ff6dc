using System.Diagnostics;
using System.Security.Cryptography;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Storage;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Rows F7 and F9 to F14: what the tool does with a store it cannot use, or can use only in part. What is refused is untouched.</summary>
public sealed class PostureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string StorePath => _folder["resolver.db"];

    [Fact]
    public async Task F7_a_full_disk_stops_the_run_and_the_next_one_goes_on()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk);
        try
        {
            await using var world = await CrashWorld.CreateAsync(400, Path.Combine(disk, "resolver.db"));
            string[] resolve = [.. world.Resolve().Where(static argument => argument is not "--message-text" && !argument.StartsWith("Hello", StringComparison.Ordinal))];
            // Room for the address book and the first starts, not for all.
            var run = await ToolProcess.RunAsync(resolve);
            while (run.ExitCode == 0)
            {
                await File.WriteAllBytesAsync(Path.Combine(disk, $"ballast{Random.Shared.Next()}"), new byte[64 << 10], TestContext.Current.CancellationToken);
                run = await ToolProcess.RunAsync([.. resolve, "--refresh"]);
            }
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("is full", run.Errors, StringComparison.Ordinal);
            Run("mount", "-o", "remount,size=64m", disk);
            await world.FinishAsync();
            await world.AssertNothingLostAsync();
        }
        finally
        {
            Run("umount", disk);
        }
    }

    [Fact]
    public async Task F7_no_message_is_sent_where_the_disk_has_little_room()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk);
        try
        {
            await using var world = await CrashWorld.CreateAsync(3, Path.Combine(disk, "resolver.db"));
            var run = await ToolProcess.RunAsync(world.Resolve());
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("is full", run.Errors, StringComparison.Ordinal);
            Assert.Equal(0, world.Server.Counters.People.Sum(static person => person.Messages));
        }
        finally
        {
            Run("umount", disk);
        }
    }

    [Theory]
    [InlineData("file")]
    [InlineData("directory")]
    [InlineData("owner")]
    public async Task F9_a_store_that_cannot_be_written_is_refused_before_any_request_and_can_be_read(string what)
    {
        await using var world = await CrashWorld.CreateAsync(2);
        await world.FinishAsync();
        var tool = CopyTool();
        // Another user, since the superuser may write everywhere.
        Run("chmod", "755", _folder.Path, world.Folder);
        Run("chmod", "644", world.StorePath, world.Csv);
        File.SetUnixFileMode(world.TokenFile, UnixFileMode.UserRead);
        Run("chown", "65534", world.TokenFile);
        if (what != "owner")
            Run("chown", "65534", world.StorePath, world.StorePath + ".lock", world.StorePath + ".mark");
        if (what == "file")
            Run("chown", "65534", world.Folder);
        if (what == "file")
            Run("chmod", "444", world.StorePath);
        var before = Hash(world.StorePath);
        var requests = world.Server.Journal.Entries.Count;
        var run = await AsNobodyAsync(tool, world.Resolve());
        Assert.Equal(11, run.ExitCode);
        Assert.Contains(world.StorePath, run.Errors, StringComparison.Ordinal);
        Assert.Equal(requests, world.Server.Journal.Entries.Count);
        Assert.Equal(before, Hash(world.StorePath));
        var export = await AsNobodyAsync(tool, ["export", "-", "--format", "jsonl", "--store", world.StorePath]);
        Assert.Equal(0, export.ExitCode);
        Assert.Equal(2, export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("garbage", StoreFault.Foreign)]
    [InlineData("text", StoreFault.Foreign)]
    [InlineData("short", StoreFault.Foreign)]
    [InlineData("half", StoreFault.Corrupt)]
    [InlineData("newer", StoreFault.Newer)]
    [InlineData("foreign", StoreFault.Foreign)]
    [InlineData("emptied", StoreFault.RolledBack)]
    [InlineData("deleted", StoreFault.RolledBack)]
    [InlineData("older copy", StoreFault.RolledBack)]
    [InlineData("another's", StoreFault.RolledBack)]
    public void F10_F11_F12_a_file_that_is_not_the_store_is_refused_untouched(string what, StoreFault fault)
    {
        Make(StorePath, attempts: 3);
        var whole = File.ReadAllBytes(StorePath);
        switch (what)
        {
            case "garbage": File.WriteAllBytes(StorePath, [.. Enumerable.Range(0, 20_000).Select(static number => (byte)(number * 7919 >> 3))]); break;
            case "text": File.WriteAllText(StorePath, "Full Name,Phone\nHarriet Quill,+12125550142\n"); break;
            case "short": File.WriteAllBytes(StorePath, whole[..60]); break;
            case "half": File.WriteAllBytes(StorePath, whole[..(whole.Length / 2 / 4096 * 4096)]); break;
            case "newer": Execute(StorePath, "pragma user_version = 99"); break;
            case "foreign": Execute(StorePath, "pragma application_id = 7"); break;
            case "emptied": File.WriteAllBytes(StorePath, []); break;
            case "deleted": File.Delete(StorePath); break;
            case "older copy": Execute(StorePath, "delete from attempt where op_id = 3; update op set attempt = 0 where op_id = 3"); break;
            default:
                File.Delete(StorePath);
                Make(_folder["other.db"], attempts: 5);
                File.Move(_folder["other.db"], StorePath);
                break;
        }
        var before = File.Exists(StorePath) ? Hash(StorePath) : null;
        var error = Assert.Throws<StoreException>(() => ResolutionStore.Open(StorePath));
        Assert.Equal(fault, error.Fault);
        Assert.Contains(StorePath, error.Message, StringComparison.Ordinal);
        if (before is not null)
            Assert.Equal(before, Hash(StorePath));
        Assert.Empty(Directory.GetFiles(_folder.Path, "resolver.db-*"));
    }

    [Fact]
    public async Task F12_another_programs_file_keeps_its_mode_and_is_not_salvaged()
    {
        Execute(StorePath, "create table other (text)");
        const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.SetUnixFileMode(StorePath, Open);
        var before = Hash(StorePath);
        foreach (var command in (string[][])[["import", _folder.Write("contacts.csv", Crowd.Csv(1))], ["status"], ["store", "check"], ["store", "purge", "--yes"], ["store", "salvage", _folder["saved.db"]]])
            Assert.Equal(11, (await ToolProcess.RunAsync([.. command, "--store", StorePath])).ExitCode);
        Assert.Equal((before, Open), (Hash(StorePath), File.GetUnixFileMode(StorePath)));
        Assert.False(File.Exists(_folder["saved.db"]));
    }

    [Fact]
    public void A_store_that_others_could_read_is_closed_to_them()
    {
        Make(StorePath, attempts: 1);
        File.SetUnixFileMode(StorePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        ResolutionStore.Open(StorePath).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StorePath));
    }

    [Fact]
    public void F10_a_flipped_page_is_found_by_the_check_and_saved_from_by_salvage()
    {
        Make(StorePath, attempts: 400);
        using (var file = new FileStream(StorePath, FileMode.Open))
        {
            // Far behind the schema: pages of the tables and their indexes.
            file.Position = file.Length * 3 / 4 / 4096 * 4096;
            file.Write(new byte[6 * 4096].Select(static (_, index) => (byte)(index * 31)).ToArray());
        }
        var before = Hash(StorePath);
        using (var store = ResolutionStore.OpenReadOnly(StorePath))
            Assert.NotEmpty(store.Check());
        var saved = StoreSalvage.Into(StorePath, _folder["rescued.db"]);
        Assert.Equal(before, Hash(StorePath));
        Assert.Contains(saved, static table => !table.IsWhole);
        Assert.True(saved.Sum(static table => table.Rows) > 400);
        using var rescued = ResolutionStore.Open(_folder["rescued.db"]);
        Assert.DoesNotContain(rescued.Check(), static problem => problem.Contains("refer to rows", StringComparison.Ordinal));
    }

    [Fact]
    public void F10_an_empty_file_becomes_a_new_store_and_says_so()
    {
        File.WriteAllBytes(StorePath, []);
        using var store = ResolutionStore.Open(StorePath);
        Assert.True(store.IsNew);
    }

    [Theory]
    [InlineData("wal deleted")]
    [InlineData("wal of another store")]
    [InlineData("store deleted, wal left")]
    public void F11_a_log_that_was_lost_or_swapped_is_noticed(string what)
    {
        // The files as a kill leaves them: the log holds what the store does not.
        Make(StorePath, attempts: 2);
        var (live, other) = (_folder["live"], _folder["other"]);
        Directory.CreateDirectory(live);
        Directory.CreateDirectory(other);
        using (var store = ResolutionStore.Open(StorePath))
        {
            Attempt(store, 7);
            foreach (var file in Directory.GetFiles(_folder.Path, "resolver.db*"))
                File.Copy(file, Path.Combine(live, Path.GetFileName(file)));
        }
        Make(Path.Combine(other, "resolver.db"), attempts: 1, thenCopyLogTo: _folder["foreign-wal"]);
        var target = Path.Combine(live, "resolver.db");
        File.Delete(target + "-shm");
        switch (what)
        {
            case "wal deleted": File.Delete(target + "-wal"); break;
            case "wal of another store": File.Copy(_folder["foreign-wal"], target + "-wal", overwrite: true); break;
            default: File.Delete(target); break;
        }
        var error = Assert.Throws<StoreException>(() => ResolutionStore.Open(target));
        Assert.Contains(error.Fault, new[] { StoreFault.RolledBack, StoreFault.Corrupt });
        if (what == "wal deleted")
        {
            using var accepted = ResolutionStore.Open(target, new StoreOptions { AcceptRollback = true });
            Assert.Empty(accepted.Check());
        }
    }

    [Fact]
    public async Task F13_a_second_run_is_told_who_holds_the_store_or_waits()
    {
        await using var world = await CrashWorld.CreateAsync(2);
        Make(world.StorePath, attempts: 0);
        var held = RunLock.Acquire(world.StorePath);
        var refused = await ToolProcess.RunAsync(world.Resolve());
        Assert.Equal(10, refused.ExitCode);
        Assert.Contains($"process {Environment.ProcessId}", refused.Errors, StringComparison.Ordinal);
        using var waiting = ToolProcess.Start(ToolProcess.Command(world.Resolve("--wait")));
        held.Dispose();
        Assert.Equal(0, (await waiting.EndAsync()).ExitCode);
        // The file of a dead run is no lock.
        Assert.True(File.Exists(world.StorePath + ".lock"));
        RunLock.Acquire(world.StorePath).Dispose();
    }

    [Fact]
    public void F14_a_long_reader_does_not_hold_up_a_run()
    {
        using var store = ResolutionStore.Open(StorePath);
        using var reader = new SqliteConnection($"Data Source={StorePath};Mode=ReadOnly;Pooling=False");
        reader.Open();
        using var transaction = reader.BeginTransaction(deferred: true);
        using var command = reader.CreateCommand();
        command.CommandText = "select count(*) from op";
        command.ExecuteScalar();
        for (var number = 0; number < 50; number++)
            Attempt(store, 100 + number);
        Assert.Equal(50, store.Operations.AttemptsSince("account", DateTimeOffset.UnixEpoch).Count);
    }

    [Theory]
    [InlineData("nfs")]
    [InlineData("cifs")]
    [InlineData("9p")]
    public void A_network_file_system_is_refused_unless_it_is_allowed(string name)
    {
        var options = new StoreOptions { FileSystemOf = _ => name };
        Assert.Equal(StoreFault.NetworkFileSystem, Assert.Throws<StoreException>(() => ResolutionStore.Open(StorePath, options)).Fault);
        ResolutionStore.Open(StorePath, options with { AllowNetworkFileSystem = true }).Dispose();
    }

    [Fact]
    public void All_files_of_a_store_are_their_owners_alone()
    {
        var path = Path.Combine(_folder["new"], "state", "resolver.db");
        using var store = ResolutionStore.Open(path);
        using var held = RunLock.Acquire(path);
        Attempt(store, 1);
        store.Backup(path + ".copy");
        var files = Directory.GetFiles(Path.GetDirectoryName(path)!);
        Assert.Equal(["resolver.db", "resolver.db-shm", "resolver.db-wal", "resolver.db.copy", "resolver.db.lock", "resolver.db.mark", "resolver.db.owner"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, static file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Purging_leaves_no_trace_in_any_file()
    {
        await using var world = await CrashWorld.CreateAsync(20);
        await world.FinishAsync();
        File.Delete(world.Csv);
        Assert.Contains(Directory.GetFiles(world.Folder), static file => Mentions(file, Crowd.Name(7)));
        var run = await ToolProcess.RunAsync(["store", "purge", "--yes", "--store", world.StorePath]);
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(Directory.GetFiles(world.Folder), static file => Mentions(file, Crowd.Name(7)) || Mentions(file, Crowd.Phone(7)[1..]) || Mentions(file, "sandbox.local"));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A store with so many requests in its log.</summary>
    private static void Make(string path, int attempts, string? thenCopyLogTo = null)
    {
        using var store = ResolutionStore.Open(path);
        for (var number = 1; number <= attempts; number++)
            Attempt(store, number);
        if (thenCopyLogTo is not null)
            File.Copy(path + "-wal", thenCopyLogTo);
    }

    private static void Attempt(ResolutionStore store, int number)
    {
        var operation = store.Operations.Prepare("account", SHA256.HashData(BitConverter.GetBytes(number)), "contact", StartEffect.E1);
        store.Operations.Claim(operation.Id, "run");
        var attempt = store.Operations.Begin(operation.Id, "run", new StartIntent("POST /test", AllowInvite: false, HasText: false, new byte[32]));
        store.Operations.Settle(operation.Id, "run", attempt, new StartSettlement(OperationState.Resolved) { ChatId = $"!chat{number}:sandbox.local", Status = ChatStatus.Created });
    }

    private static bool Mentions(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql + "; pragma wal_checkpoint(truncate)";
        command.ExecuteNonQuery();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors}");
    }

    // Where the tests are built may be closed to other users.
    private string CopyTool()
    {
        var folder = Directory.CreateDirectory(_folder["tool"]).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(static file => Path.GetExtension(file) is ".dll" or ".json"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Run("cp", "-r", Path.Combine(AppContext.BaseDirectory, "runtimes"), folder);
        Run("chmod", "-R", "a+rX", folder);
        return Path.Combine(folder, "beeper-resolver.dll");
    }

    private static async Task<ToolRun> AsNobodyAsync(string tool, IEnumerable<string> arguments)
    {
        using var process = ToolProcess.Start(["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", ToolProcess.Command()[0], tool, .. arguments], ("HOME", Path.GetTempPath()));
        return await process.EndAsync();
    }
}
