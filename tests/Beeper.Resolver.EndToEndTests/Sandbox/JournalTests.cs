using System.Text.Json.Nodes;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

public sealed class JournalTests
{
    [Fact]
    public async Task The_journal_lists_every_request_as_it_came_and_not_its_own_reading()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        await caller.GetAsync("/v1/chats?accountIDs=telegram");
        await caller.PostAsync("/v1/chats/start", """{"accountID":"twitter","user":{"username":"nobody"}}""");
        await caller.GetAsync("/_sandbox/journal");
        var lines = (await caller.GetAsync("/_sandbox/journal")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["1 GET /v1/chats ?accountIDs=telegram telegram 200", "2 POST /v1/chats/start  twitter 404"],
            lines.Select(static line => $"{line["n"]} {line["method"]} {line["path"]} {line["query"]} {line["accountID"]} {line["status"]}"));
        Assert.Null(lines[0]["body"]);
        Assert.Equal("""{"accountID":"twitter","user":{"username":"nobody"}}""", lines[1]["body"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_journal_keeps_headers_and_no_token()
    {
        using var folder = new TemporaryFolder();
        await using var server = await Some.ServerAsync(new SandboxOptions { JournalFile = folder["journal.jsonl"] });
        using var caller = new ApiCaller(server);
        await caller.SendAsync(HttpMethod.Get, "/v1/accounts", change: static request => request.Headers.Add("X-Own", "1"));
        var text = (await caller.GetAsync("/_sandbox/journal")).Text;
        var headers = JsonNode.Parse(text)!["headers"]!;
        Assert.Equal(("1", "Bearer"), (headers["x-own"]!.GetValue<string>(), headers["authorization"]!.GetValue<string>()));
        Assert.DoesNotContain(server.Token, text + await File.ReadAllTextAsync(folder["journal.jsonl"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_file_holds_a_line_for_each_request()
    {
        using var folder = new TemporaryFolder();
        await using var server = await Some.ServerAsync(new SandboxOptions { JournalFile = folder["journal.jsonl"] });
        using var caller = new ApiCaller(server);
        for (var n = 0; n < 3; n++)
            await caller.GetAsync("/v1/accounts");
        await caller.GetAsync("/v1/nowhere");
        var lines = await File.ReadAllLinesAsync(folder["journal.jsonl"], TestContext.Current.CancellationToken);
        Assert.Equal([200, 200, 200, 404], lines.Select(static line => (int)JsonNode.Parse(line)!["status"]!));
    }

    [Fact]
    public async Task The_counters_count_requests_starts_chats_and_people()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id }, messageText = "Hello" });
        await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id } });
        await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { id = "@nobody:example.com" } });
        await caller.GetAsync("/v1/accounts");
        var counters = (await caller.GetAsync("/_sandbox/counters")).Json;
        Assert.Equal(("{\"POST\":3,\"GET\":1}", 3, 1, 1), (counters["requests"]!.ToJsonString(), (int)counters["starts"]!, (int)counters["created"]!, (int)counters["firstMessages"]!));
        var person = Assert.Single(counters["people"]!.AsArray())!;
        Assert.Equal((Some.WhatsApp, Some.Tomas.Id, 2, 1, 1), (person["accountID"]!.GetValue<string>(), person["id"]!.GetValue<string>(), (int)person["starts"]!, (int)person["created"]!, (int)person["firstMessages"]!));
    }

    [Theory]
    [InlineData("/_sandbox/journal")]
    [InlineData("/_sandbox/counters")]
    public async Task The_own_routes_need_the_token(string path)
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server, "wrong");
        Assert.Equal(401, (await caller.GetAsync(path)).Status);
    }
}
