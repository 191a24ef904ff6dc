using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class PlanCommandTests : IDisposable
{
    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_plan_sends_only_reads_and_decides_as_a_run_does()
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Population = Population.Read(Path.Combine(ToolSession.RepositoryRoot, "data", "samples", "sandbox.json")) }, TestContext.Current.CancellationToken);
        _tool.Use(server);
        var plan = await _tool.RunAsync(["plan", .. ToolSession.Samples, "--store", _tool.Store, "--jsonl", "--pace", "off", "--yes"]);
        Assert.Equal(0, plan.ExitCode);
        Assert.NotEmpty(server.Journal.Entries);
        Assert.All(server.Journal.Entries, static entry => Assert.Equal("GET", entry.Method));
        Assert.All(plan.Lines, ResultSchema.AssertValid);

        var run = await _tool.RunAsync(["resolve", "--store", _tool.Store, "--pace", "off", "--yes", "--jsonl"]);
        var planned = Decisions(plan);
        var decided = Decisions(run);
        Assert.Equal(planned.Keys, decided.Keys);
        // Only the answer of a start can change a decision: who came back, that a message is needed, or that the next account has to be tried.
        foreach (var (key, decision) in planned.Where(pair => decided[pair.Key].Decision != pair.Value.Decision))
            Assert.Contains(decided[key].Evidence.Concat(decision.Evidence), static id => id is "hold.redirected" or "hold.name_conflict" or "skip.needs_message" or "skip.reached_elsewhere");
        Assert.Equal(planned.Values.Count(static one => one.Decision == "hold"), planned.Count(pair => pair.Value.Decision == "hold" && decided[pair.Key].Decision == "hold"));
    }

    [Fact]
    public async Task A_dry_run_is_the_plan()
    {
        var plan = await _tool.RunAsync(["plan", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--jsonl"]);
        var dry = await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Folder["dry.db"], "--jsonl", "--dry-run"]);
        Assert.Equal(plan.Out.Split('\n').Order(), dry.Out.Split('\n').Order());
    }

    [Fact]
    public async Task Offline_nothing_is_asked_at_all()
    {
        var plan = await _tool.RunAsync(["plan", .. ToolSession.Samples, "--sandbox", "--offline", "--store", _tool.Store, "--json"]);
        Assert.Equal(0, plan.ExitCode);
        Assert.Equal(0, plan.Document.GetProperty("summary").GetProperty("requests").GetProperty("reads").GetInt32());
        Assert.Contains(plan.Document.GetProperty("results").EnumerateArray(), static line => line.GetProperty("decision").GetString() == "start");
    }

    [Fact]
    public async Task Offline_without_any_account_known_says_what_to_do()
    {
        var plan = await _tool.RunAsync(["plan", .. ToolSession.Samples, "--offline", "--store", _tool.Store]);
        Assert.Equal(4, plan.ExitCode);
        Assert.Contains("beeper-resolver accounts", plan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_decision_is_shown_with_its_reason()
    {
        var plan = await _tool.RunAsync(["plan", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store]);
        Assert.Contains("the network shows another name", plan.Out, StringComparison.Ordinal);
        Assert.Contains("beeper-resolver resolve", plan.Out, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, (string Decision, string[] Evidence)> Decisions(ToolResult result)
    {
        var decisions = new SortedDictionary<string, (string, string[])>(StringComparer.Ordinal);
        foreach (var line in result.Lines)
        {
            var account = line.GetProperty("account");
            decisions[$"{line.GetProperty("contact").GetProperty("key").GetString()} {(account.ValueKind == JsonValueKind.Null ? "" : account.GetProperty("id").GetString())}"] =
                (line.GetProperty("decision").GetString()!, [.. line.GetProperty("evidence").EnumerateArray().Select(static one => one.GetProperty("id").GetString()!)]);
        }
        return decisions;
    }
}
