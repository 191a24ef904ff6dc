using System.Net.Sockets;
using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

/// <summary>Every fault effect, one by one.</summary>
public sealed class FaultTests
{
    private const string Route = "/v1/chats/start";

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task A_status_comes_with_body_and_headers_before_or_after_the_server_acted(string when, int created)
    {
        await using var server = await ServerAsync(new FaultEffect { When = when, Status = 503, Body = Json("""{"message":"Busy","code":"BUSY"}"""), Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "7" } });
        var answer = await StartAsync(server);
        Assert.Equal((503, "BUSY", "7"), (answer.Status, answer.Code, answer.Headers["Retry-After"]));
        Assert.Equal(created, server.Counters.Created);
    }

    [Theory]
    [InlineData(400, "BAD_REQUEST")]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "FORBIDDEN")]
    [InlineData(404, "NOT_FOUND")]
    [InlineData(409, "CONFLICT")]
    [InlineData(422, "VALIDATION_ERROR")]
    [InlineData(429, "RATE_LIMITED")]
    [InlineData(500, "UNKNOWN_ERROR")]
    [InlineData(502, "BAD_GATEWAY")]
    public async Task An_error_status_without_a_body_gets_the_envelope(int status, string code)
    {
        await using var server = await ServerAsync(new FaultEffect { Status = status });
        Assert.Equal((status, code), ((await StartAsync(server)).Status, (await StartAsync(server)).Code));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task A_body_alone_is_answered_with_200(string when)
    {
        await using var server = await ServerAsync(new FaultEffect { When = when, Body = Json("{}") });
        Assert.Equal((200, "{}"), ((await StartAsync(server)) is var answer ? (answer.Status, answer.Text) : default));
        Assert.Equal(when == "after" ? 1 : 0, server.Counters.Created);
    }

    [Fact]
    public async Task A_text_body_is_sent_as_it_is()
    {
        await using var server = await ServerAsync(new FaultEffect { Status = 404, Body = Json("\"<h1>no</h1>\""), Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "text/html" } });
        var answer = await StartAsync(server);
        Assert.Equal((404, "<h1>no</h1>", "text/html"), (answer.Status, answer.Text, answer.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Headers_alone_leave_the_servers_own_answer()
    {
        await using var server = await ServerAsync(new FaultEffect { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Own"] = "1" } });
        var answer = await StartAsync(server);
        Assert.Equal((200, "1", "created"), (answer.Status, answer.Headers["X-Own"], answer.Json["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_own_answer_without_a_body_keeps_its_status()
    {
        await using var server = await ServerAsync(new FaultEffect { DelayMs = 1 }, new FaultMatch());
        using var caller = new ApiCaller(server);
        Assert.Equal(405, (await caller.SendAsync(HttpMethod.Delete, "/v1/accounts")).Status);
    }

    [Fact]
    public async Task A_status_that_has_no_body_is_sent_without_one()
    {
        await using var server = await ServerAsync(new FaultEffect { When = "after", Status = 204 });
        Assert.Equal((204, ""), ((await StartAsync(server)) is var answer ? (answer.Status, answer.Text) : default));
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task Garbage_is_no_json(string when, int created)
    {
        await using var server = await ServerAsync(new FaultEffect { When = when, Garbage = true });
        var answer = await StartAsync(server);
        Assert.Equal(200, answer.Status);
        Assert.ThrowsAny<JsonException>(() => answer.Json);
        Assert.Equal(created, server.Counters.Created);
    }

    [Theory]
    [InlineData("before-read", "before", 0, false)]
    [InlineData("before-read", "after", 0, false)]
    [InlineData("after-read", "before", 0, true)]
    [InlineData("after-read", "after", 1, true)]
    [InlineData("mid-body", "before", 1, true)]
    [InlineData("mid-body", "after", 1, true)]
    public async Task A_dropped_connection_gives_no_whole_answer(string drop, string when, int created, bool isRead)
    {
        await using var server = await ServerAsync(new FaultEffect { When = when, Drop = drop });
        await Assert.ThrowsAsync<HttpRequestException>(() => StartAsync(server));
        Assert.Equal(created, server.Counters.Created);
        await JournalEndsAsync(server);
        var entry = Assert.Single(server.Journal.Entries);
        Assert.Equal((true, null, isRead), (entry.Dropped, entry.Status, entry.Body is not null));
    }

    [Fact]
    public async Task A_drop_in_mid_body_comes_after_the_status_and_half_of_the_body()
    {
        await using var server = await ServerAsync(new FaultEffect { Drop = "mid-body" }, new FaultMatch { Route = "/v1/info" });
        var text = await RawRequest.SendAsync(server.BaseUrl, $"GET /v1/info HTTP/1.1\r\nHost: {server.BaseUrl.Authority}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", text, StringComparison.Ordinal);
        Assert.Contains("\"version\"", text, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]));
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task A_client_that_leaves_during_a_delay_is_acted_for_only_if_the_server_acted_first(string when, int created)
    {
        await using var server = await ServerAsync(new FaultEffect { When = when, DelayMs = 600_000 });
        var body = JsonSerializer.Serialize(new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id } });
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.BaseUrl.Host, server.BaseUrl.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                $"POST {Route} HTTP/1.1\r\nHost: {server.BaseUrl.Authority}\r\nAuthorization: Bearer {server.Token}\r\nContent-Length: {body.Length}\r\n\r\n{body}"), TestContext.Current.CancellationToken);
            await UntilAsync(server, () => server.Journal.Entries is [{ Body: not null }] && server.Counters.Created == created);
        }
        await JournalEndsAsync(server);
        Assert.Equal((created, true), (server.Counters.Created, server.Journal.Entries[0].Dropped));
    }

    [Fact]
    public async Task A_delay_alone_gives_the_servers_own_answer_in_the_end()
    {
        await using var server = await ServerAsync(new FaultEffect { DelayMs = 20 });
        Assert.Equal("created", (await StartAsync(server)).Json["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_late_effect_happens_after_the_answer()
    {
        await using var server = await ServerAsync(new FaultEffect { Status = 500, LateMs = 30 });
        Assert.Equal(500, (await StartAsync(server)).Status);
        await UntilAsync(server, () => server.Counters.Created == 1);
        Assert.Equal(500, Assert.Single(server.Journal.Entries).Status);
    }

    [Fact]
    public async Task A_late_effect_happens_after_a_drop_too()
    {
        await using var server = await ServerAsync(new FaultEffect { Drop = "after-read", LateMs = 30 });
        await Assert.ThrowsAsync<HttpRequestException>(() => StartAsync(server));
        await UntilAsync(server, () => server.Counters.Created == 1);
    }

    [Fact]
    public async Task A_late_effect_does_not_pass_the_gate_for_a_page_of_another_origin()
    {
        await using var server = await ServerAsync(new FaultEffect { Status = 500, LateMs = 0 }, new FaultMatch { Route = Route });
        using var caller = new ApiCaller(server);
        var body = JsonSerializer.Serialize(new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id } });
        await caller.SendAsync(HttpMethod.Post, Route, body, static request => request.Headers.Add("Origin", "https://example.com"));
        await StartAsync(server, Some.Mirela.Id);
        await UntilAsync(server, () => server.Counters.Created > 0);
        Assert.Equal(Some.Mirela.Id, Assert.Single(server.Counters.People).Id);
    }

    [Fact]
    public async Task A_stopped_server_has_no_late_effects()
    {
        using var folder = new TemporaryFolder();
        var server = await Some.ServerAsync(new SandboxOptions { StateFile = folder["state.jsonl"], Faults = [new FaultRule(new FaultMatch(), new FaultEffect { Status = 500, LateMs = 600_000 })] });
        await StartAsync(server);
        await server.DisposeAsync();
        Assert.False(File.Exists(folder["state.jsonl"]));
    }

    [Fact]
    public async Task The_sandboxes_own_routes_meet_no_faults()
    {
        await using var server = await ServerAsync(new FaultEffect { Status = 500 }, new FaultMatch());
        using var caller = new ApiCaller(server);
        Assert.Equal(200, (await caller.GetAsync("/_sandbox/journal")).Status);
    }

    private static Task<SandboxServer> ServerAsync(FaultEffect effect, FaultMatch? match = null) =>
        Some.ServerAsync(new SandboxOptions { Faults = [new FaultRule(match ?? new FaultMatch { Method = "POST", Route = Route }, effect)] });

    private static async Task<Answer> StartAsync(SandboxServer server, string? id = null)
    {
        using var caller = new ApiCaller(server);
        return await caller.PostAsync(Route, new { accountID = Some.WhatsApp, user = new { id = id ?? Some.Tomas.Id } });
    }

    private static Task JournalEndsAsync(SandboxServer server) => UntilAsync(server, () => server.Journal.Entries is [{ Dropped: true }]);

    // Waits for what the server does on its own time by asking it; the test's own limit ends a wait for what never comes.
    private static async Task UntilAsync(SandboxServer server, Func<bool> isSo)
    {
        using var caller = new ApiCaller(server);
        while (!isSo())
            Assert.Equal(200, (await caller.GetAsync("/_sandbox/counters")).Status);
    }

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
