using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Desktop;

/// <summary>What a start's answer means, and that no start is sent twice.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(SandboxDialect.Create, null, null)]
    [InlineData(SandboxDialect.Mode, ChatStatus.Created, ChatStatus.Existing)]
    [InlineData(SandboxDialect.Start, ChatStatus.Created, ChatStatus.Existing)]
    public async Task A_chat_is_started_and_found_again_in_every_dialect(SandboxDialect dialect, ChatStatus? first, ChatStatus? second)
    {
        await using var server = await Faults.ServerAsync(dialect);
        using var client = Clients.Of(server);
        var (one, two) = (await client.StartAsync(), await client.StartAsync());
        Assert.Equal((StartResultKind.Started, first), (one.Kind, one.Status));
        Assert.Equal((StartResultKind.Started, one.ChatId, second ?? ChatStatus.Existing), (two.Kind, two.ChatId, two.Status));
        Assert.Equal(1, server.Counters.Created);
    }

    [Fact]
    public async Task A_start_sends_one_identifier_the_name_and_no_invitation()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start);
        using var client = Clients.Of(server);
        await client.StartAsync();
        Assert.Equal("""{"accountID":"local-whatsapp_ba_Zq81","user":{"fullName":"Tomas Okafor","phoneNumber":"+12125550156"},"allowInvite":false}""".Replace("+", "\\u002B", StringComparison.Ordinal), Assert.Single(server.Posts()).Body);
        Assert.NotEqual("0", server.Posts().Single().Headers["content-length"]);
    }

    [Theory]
    [InlineData("""{"id":"!x"}""", "!x", null)]
    [InlineData("""{"chatID":"!x","status":"created"}""", "!x", ChatStatus.Created)]
    [InlineData("""{"id":"!a","chatID":"!b","status":"existing"}""", "!a", ChatStatus.Existing)]
    [InlineData("""{"id":"","chatID":"!b"}""", "!b", null)]
    [InlineData("""{"id":7,"chatID":"!b"}""", "!b", null)]
    [InlineData("""{"id":"!x","status":"renewed"}""", "!x", null)]
    [InlineData("""{"id":"!x","status":5}""", "!x", null)]
    [InlineData("""{"id":"!x","title":{"a":1},"lastActivity":"soon","displayText":[],"participants":null}""", "!x", null)]
    [InlineData("""{"id":"!x","type":"single","accountID":"local-whatsapp_ba_Zq81","participants":{"items":[null,{},{"id":null}]}}""", "!x", null)]
    public async Task An_answer_that_names_a_chat_is_believed(string body, string chatId, ChatStatus? status)
    {
        var result = await AnsweredAsync(Faults.Json(body));
        Assert.Equal((StartResultKind.Started, chatId, status), (result.Kind, result.ChatId, result.Status));
        Assert.Empty(result.Participants);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>signed in</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"!x\"")]
    [InlineData("{\"chatID\":null}")]
    [InlineData("{\"id\":\"\",\"chatID\":\"\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"!x\"")]
    [InlineData("{\"id\":\"!x\",\"accountID\":\"somebody-elses\"}")]
    [InlineData("{\"id\":\"!x\",\"type\":\"group\"}")]
    [InlineData("{\"id\":\"!x\",\"merge\":{\"chatIDs\":[\"!x\",\"!y\"]}}")]
    public async Task An_answer_that_names_none_or_another_leaves_the_outcome_unknown(string body)
    {
        var result = await AnsweredAsync(Faults.Text(body));
        Assert.Equal((StartResultKind.Unknown, "protocol", null), (result.Kind, result.Error?.Code, result.ChatId));
    }

    [Theory]
    [InlineData(400, StartResultKind.Rejected)]
    [InlineData(401, StartResultKind.Unauthorized)]
    [InlineData(403, StartResultKind.Forbidden)]
    [InlineData(404, StartResultKind.NotFound)]
    [InlineData(408, StartResultKind.Unknown)]
    [InlineData(409, StartResultKind.Conflict)]
    [InlineData(410, StartResultKind.Rejected)]
    [InlineData(422, StartResultKind.Rejected)]
    [InlineData(429, StartResultKind.Throttled)]
    [InlineData(500, StartResultKind.Unknown)]
    [InlineData(502, StartResultKind.Unknown)]
    [InlineData(503, StartResultKind.Unknown)]
    [InlineData(504, StartResultKind.Unknown)]
    [InlineData(599, StartResultKind.Unknown)]
    public async Task A_status_says_what_is_known_of_the_effect(int status, StartResultKind kind)
    {
        var result = await AnsweredAsync(Faults.Json("""{"message":"words of +12125550156","code":"Odd_Code","details":null}""", status));
        Assert.Equal((kind, status, "Odd_Code"), (result.Kind, result.Error!.Status, result.Error.Code));
        Assert.DoesNotContain("7700", result.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"message":"Account not found","code":"NOT_FOUND"}""", StartResultKind.AccountMissing)]
    [InlineData("""{"error":"User not found"}""", StartResultKind.NotFound)]
    [InlineData("""{"message":"User not found","code":404}""", StartResultKind.NotFound)]
    [InlineData("""{"message":{"text":"?"},"code":"NOT_FOUND","details":"a text"}""", StartResultKind.NotFound)]
    [InlineData("\"<html>404</html>\"", StartResultKind.Rejected)]
    [InlineData("\"\"", StartResultKind.Rejected)]
    [InlineData("[]", StartResultKind.Rejected)]
    public async Task Not_found_is_told_apart_by_its_envelope(string body, StartResultKind kind) =>
        Assert.Equal(kind, (await AnsweredAsync(new FaultEffect { Status = 404, Body = System.Text.Json.JsonElement.Parse(body) })).Kind);

    public static TheoryData<string, FaultEffect, StartResultKind> Broken() => new()
    {
        { "drop before reading", new FaultEffect { Drop = "before-read" }, StartResultKind.Unknown },
        { "drop after reading", new FaultEffect { Drop = "after-read" }, StartResultKind.Unknown },
        { "drop after acting", new FaultEffect { When = "after", Drop = "after-read" }, StartResultKind.Unknown },
        { "drop in mid-body", new FaultEffect { Drop = "mid-body" }, StartResultKind.Unknown },
        { "no answer", new FaultEffect { When = "after", DelayMs = 600_000 }, StartResultKind.Unknown },
        { "500", new FaultEffect { Status = 500 }, StartResultKind.Unknown },
        { "503 with retry", Faults.Status(503, "Retry-After", "0"), StartResultKind.Unknown },
        { "408", new FaultEffect { Status = 408 }, StartResultKind.Unknown },
        { "429", Faults.Status(429, "retry-after-ms", "1"), StartResultKind.Throttled },
        { "garbage", new FaultEffect { Garbage = true }, StartResultKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public async Task A_start_is_sent_once_whatever_comes_back(string name, FaultEffect effect, StartResultKind kind)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("POST", null, effect));
        using var client = Clients.Of(server, new DesktopClientOptions { StartTimeout = effect.DelayMs > 0 ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromMinutes(1) });
        // The connection is in use before, so that the start may meet one that the pool believes to be alive.
        await client.GetAccountsAsync(TestContext.Current.CancellationToken);
        var result = await client.StartAsync();
        Assert.True(result.Kind == kind, $"{name}: {result.Kind}");
        Assert.Single(server.Posts());
        Assert.Equal(1, client.Writes);
    }

    [Fact]
    public async Task A_closed_port_means_that_nothing_was_sent()
    {
        var server = await Faults.ServerAsync(SandboxDialect.Start);
        using var client = Clients.Of(server);
        await client.GetAppAsync(TestContext.Current.CancellationToken);
        await server.DisposeAsync();
        var result = await client.StartAsync();
        Assert.Contains(result.Kind, new[] { StartResultKind.NotSent, StartResultKind.Unknown });
        Assert.Equal(StartResultKind.NotSent, (await client.StartAsync()).Kind);
    }

    [Fact]
    public async Task A_start_that_is_given_up_is_unknown()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("POST", null, new FaultEffect { When = "after", DelayMs = 600_000 }));
        using var client = Clients.Of(server);
        using var stop = new CancellationTokenSource();
        var start = client.StartAsync(new StartRequest(Some.WhatsApp, new UserPayload { Id = Some.Tomas.Id }), stop.Token);
        using var caller = new ApiCaller(server);
        while (server.Counters.Created == 0)
            await caller.GetAsync("/_sandbox/counters");
        await stop.CancelAsync();
        Assert.Equal((StartResultKind.Unknown, "cancelled"), ((await start) is var result ? (result.Kind, result.Error!.Code) : default));
    }

    [Fact]
    public async Task A_name_alone_is_not_sent()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start);
        using var client = Clients.Of(server);
        await Assert.ThrowsAsync<ArgumentException>(() => client.StartAsync(new StartRequest(Some.WhatsApp, new UserPayload { FullName = "Tomas Okafor" }), TestContext.Current.CancellationToken));
        Assert.Empty(server.Journal.Entries);
    }

    private static async Task<StartResult> AnsweredAsync(FaultEffect effect)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("POST", null, effect));
        using var client = Clients.Of(server, new DesktopClientOptions { Dialect = StartDialectKind.Start });
        return await client.StartAsync();
    }
}
