using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class ResolveCommandTests : IDisposable
{
    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_samples_resolve_and_a_second_run_starts_nothing_and_gives_the_same_chats()
    {
        await using var server = await SampleServerAsync();
        _tool.Use(server);

        var first = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--store", _tool.Store, "--pace", "off", "--yes", "--json"]);
        Assert.Equal(0, first.ExitCode);
        Assert.NotEqual(0, server.Counters.Created);
        var startsOfFirst = server.Counters.Starts;

        var second = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--store", _tool.Store, "--pace", "off", "--yes", "--json"]);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(startsOfFirst, server.Counters.Starts);
        Assert.All(Results(second), static line => Assert.Equal(0, line.GetProperty("requests").GetProperty("starts").GetInt32()));
        Assert.Equal(0, second.Document.GetProperty("summary").GetProperty("requests").GetProperty("lookups").GetInt32());
        Assert.Equal(Chats(first), Chats(second));
    }

    [Fact]
    public async Task Every_contact_is_accounted_for_and_every_line_fits_the_schema()
    {
        var resolved = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--jsonl"]);
        Assert.Equal(0, resolved.ExitCode);
        Assert.NotEmpty(resolved.Lines);
        Assert.All(resolved.Lines, ResultSchema.AssertValid);

        var status = (await _tool.RunAsync(["status", "--store", _tool.Store, "--json"])).Document;
        Assert.Equal(status.GetProperty("contacts").GetInt32(), resolved.Lines.Select(Key).Distinct().Count());
        Assert.All(status.GetProperty("sources").EnumerateArray(), static source => Assert.Equal(source.GetProperty("rowsRead").GetInt32(), source.GetProperty("imported").GetInt32() + source.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public async Task The_progress_says_what_the_accounts_that_start_have_left()
    {
        var resolved = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store]);
        Assert.Matches(@"(?m)^100 %  \d+/\d+  .*  left today: .*whatsapp \d+", resolved.Error);
        Assert.DoesNotContain("left today", (await _tool.RunAsync(["plan", "--sandbox", "--store", _tool.Store, "--refresh"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_one_new_chat_is_started_per_contact_unless_each_account_is_wanted()
    {
        var once = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--jsonl"]);
        Assert.All(once.Lines.GroupBy(Key), static lines => Assert.InRange(lines.Count(static line => Text(line, "status") == "created"), 0, 1));

        var each = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Folder["each.db"], "--jsonl", "--each-account"]);
        Assert.Contains(each.Lines.GroupBy(Key), static lines => lines.Count(static line => Text(line, "status") == "created") > 1);
    }

    [Fact]
    public async Task A_limit_leaves_work_which_the_next_run_takes_up()
    {
        var limited = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--limit", "5"]);
        Assert.Equal(9, limited.ExitCode);
        Assert.Contains("go on with what was left", limited.Out, StringComparison.Ordinal);

        var rest = await _tool.RunAsync(["resolve", "--sandbox", "--store", _tool.Store]);
        Assert.Equal(0, rest.ExitCode);
    }

    [Fact]
    public async Task The_most_new_chats_are_never_exceeded()
    {
        await using var server = await SampleServerAsync();
        _tool.Use(server);
        var run = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--store", _tool.Store, "--pace", "off", "--yes", "--max-new-chats", "3"]);
        Assert.Equal(9, run.ExitCode);
        Assert.Equal(3, server.Counters.Starts);
    }

    [Fact]
    public async Task Existing_only_records_chats_and_sends_nothing_but_reads()
    {
        await using var server = await SampleServerAsync();
        _tool.Use(server);
        var run = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--store", _tool.Store, "--existing-only", "--pace", "off", "--yes", "--jsonl"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Lines, static line => Text(line, "status") == "existing");
        Assert.All(server.Journal.Entries, static entry => Assert.Equal("GET", entry.Method));
    }

    [Fact]
    public async Task A_failing_account_is_reported_and_retry_failed_tries_again()
    {
        var book = _tool.Folder.Write("book.csv", "name,phone\nMirela Vance,+4915228817386\n");
        await using (var server = await Some.ServerAsync(new SandboxOptions { Faults = [new FaultRule(new FaultMatch { Method = "POST" }, new FaultEffect { Status = 400 })] }))
        {
            _tool.Use(server);
            var failed = await _tool.RunAsync(["resolve", book, "--store", _tool.Store, "--pace", "off", "--yes"]);
            Assert.Equal(7, failed.ExitCode);
            Assert.Contains("resolve --retry-failed", failed.Out, StringComparison.Ordinal);
        }
        await using var mended = await Some.ServerAsync();
        _tool.Use(mended);
        var again = await _tool.RunAsync(["resolve", "--retry-failed", "--store", _tool.Store, "--pace", "off", "--yes"]);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(1, mended.Counters.Created);
    }

    [Fact]
    public async Task Fail_on_held_and_on_rejected_exit_with_8()
    {
        var held = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--fail-on", "held"]);
        Assert.Equal(8, held.ExitCode);
        var rejected = await _tool.RunAsync(["plan", .. ToolSession.Samples, "--sandbox", "--store", _tool.Folder["other.db"], "--fail-on", "rejected"]);
        Assert.Equal(8, rejected.ExitCode);
    }

    [Fact]
    public async Task Going_without_pauses_on_a_real_server_asks_first()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        var book = _tool.Folder.Write("book.csv", "name,phone\nMirela Vance,+4915228817386\n");
        var refused = await _tool.RunAsync(["resolve", book, "--store", _tool.Store, "--pace", "off"], "n");
        Assert.Equal(2, refused.ExitCode);
        Assert.Empty(server.Journal.Entries);
        var agreed = await _tool.RunAsync(["resolve", book, "--store", _tool.Store, "--pace", "off"], "y");
        Assert.Equal(0, agreed.ExitCode);
        Assert.Equal(1, server.Counters.Created);
    }

    [Fact]
    public async Task A_changed_row_is_worked_on_again_and_a_vanished_one_keeps_its_chat()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        var book = _tool.Folder.Write("book.csv", "name,phone\nMirela Vance,+4915228817386\nTomas Okafor,+12125550156\n");
        await ResolveAsync(book);
        Assert.Equal(2, server.Counters.Starts);

        _tool.Folder.Write("book.csv", "name,phone\nHarriet Quill,+12125550142\nMirela Vance,+4915228817386\n");
        var changed = await ResolveAsync(book);
        Assert.Equal(2, server.Counters.Starts);
        Assert.Equal(["Harriet Quill", "Mirela Vance"], changed.Lines.Select(static line => line.GetProperty("contact").GetProperty("name").GetString()!).Distinct().Order());

        _tool.Folder.Write("book.csv", "name,phone\nMirela Vance,+4915228817386\nTomas Okafor,+12125550156\n");
        var back = await ResolveAsync(book);
        Assert.Equal(2, server.Counters.Starts);
        Assert.All(back.Lines.Where(static line => Text(line, "outcome") == "resolved"), static line => Assert.NotNull(Text(line, "chatID")));
        Assert.Equal(2, back.Lines.Count(static line => Text(line, "outcome") == "resolved"));
    }

    private Task<ToolResult> ResolveAsync(string book) => _tool.RunAsync(["resolve", book, "--store", _tool.Store, "--pace", "off", "--yes", "--jsonl", "--account", Some.WhatsApp]);

    private static Task<SandboxServer> SampleServerAsync() => SandboxServer.StartAsync(
        new SandboxOptions { Population = Population.Read(Path.Combine(ToolSession.RepositoryRoot, "data", "samples", "sandbox.json")) }, TestContext.Current.CancellationToken);

    private static IEnumerable<JsonElement> Results(ToolResult result) => result.Document.GetProperty("results").EnumerateArray();

    private static SortedSet<string> Chats(ToolResult result) =>
        new(Results(result).Where(static line => Text(line, "outcome") == "resolved").Select(static line => $"{Key(line)} {line.GetProperty("account").GetProperty("id").GetString()} {Text(line, "chatID")}"), StringComparer.Ordinal);

    private static string Key(JsonElement line) => line.GetProperty("contact").GetProperty("key").GetString()!;

    private static string? Text(JsonElement line, string member) => line.GetProperty(member).GetString();
}
