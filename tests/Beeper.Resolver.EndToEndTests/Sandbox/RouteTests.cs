using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

/// <summary>Which routes each dialect has, and what its objects hold.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData(SandboxDialect.Create, "GET", "/v1/info", 404)]
    [InlineData(SandboxDialect.Create, "GET", "/v1/accounts/telegram/contacts/list", 404)]
    [InlineData(SandboxDialect.Create, "POST", "/v1/chats/start", 405)]
    [InlineData(SandboxDialect.Create, "GET", "/v1/accounts/telegram", 404)]
    [InlineData(SandboxDialect.Mode, "GET", "/v1/info", 200)]
    [InlineData(SandboxDialect.Mode, "GET", "/v1/accounts/telegram/contacts/list", 200)]
    [InlineData(SandboxDialect.Mode, "POST", "/v1/chats/start", 405)]
    [InlineData(SandboxDialect.Start, "GET", "/v1/info", 200)]
    [InlineData(SandboxDialect.Start, "POST", "/v1/chats/start", 422)]
    [InlineData(SandboxDialect.Start, "GET", "/v1/accounts/telegram", 200)]
    [InlineData(SandboxDialect.Start, "GET", "/v1/accounts/nobody", 404)]
    [InlineData(SandboxDialect.Start, "GET", "/v1/chats/start", 404)]
    [InlineData(SandboxDialect.Start, "GET", "/v2/anything", 404)]
    [InlineData(SandboxDialect.Start, "DELETE", "/v1/accounts", 405)]
    public async Task A_dialect_has_its_own_routes(SandboxDialect dialect, string method, string path, int status)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        using var caller = new ApiCaller(server);
        var answer = await caller.SendAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 405 ? "" : status == 404 ? "NOT_FOUND" : null, status == 405 ? answer.Text : status == 404 ? answer.Code : null);
    }

    [Theory]
    [InlineData(SandboxDialect.Create, "4.2.500")]
    [InlineData(SandboxDialect.Mode, "4.2.600")]
    [InlineData(SandboxDialect.Start, "4.3.73")]
    public async Task Every_answer_tells_the_app_version(SandboxDialect dialect, string version)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        using var caller = new ApiCaller(server);
        Assert.Equal(version, (await caller.GetAsync("/v1/accounts")).Headers["X-Beeper-Desktop-Version"]);
        Assert.Equal(version, (await caller.GetAsync("/v1/nowhere")).Headers["X-Beeper-Desktop-Version"]);
    }

    [Theory]
    [InlineData(SandboxDialect.Create, "accountID network user")]
    [InlineData(SandboxDialect.Mode, "accountID user")]
    [InlineData(SandboxDialect.Start, "accountID bridge network status user")]
    public async Task Accounts_hold_what_their_dialect_knows(SandboxDialect dialect, string members)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        using var caller = new ApiCaller(server);
        var account = (await caller.GetAsync("/v1/accounts")).Json[0]!.AsObject();
        Assert.Equal(members.Split(' '), account.Select(static member => member.Key));
    }

    [Theory]
    [InlineData(SandboxDialect.Create, true, false)]
    [InlineData(SandboxDialect.Mode, false, true)]
    [InlineData(SandboxDialect.Start, true, true)]
    public async Task Chats_hold_what_their_dialect_knows(SandboxDialect dialect, bool hasNetwork, bool hasLocalId)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        using var caller = new ApiCaller(server);
        var chat = (await caller.GetAsync("/v1/chats")).Json["items"]![0]!.AsObject();
        Assert.Equal((hasNetwork, hasLocalId), (chat.ContainsKey("network"), chat.ContainsKey("localChatID")));
        Assert.Equal(2, (int)chat["participants"]!["total"]!);
        Assert.Equal(Some.LastOctober, chat["lastActivity"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task Info_holds_every_required_member()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var info = (await caller.GetAsync("/v1/info")).Json;
        Assert.Equal(["name", "version", "bundle_id"], info["app"]!.AsObject().Select(static member => member.Key));
        Assert.Equal(["status", "base_url", "port", "hostname", "remote_access", "mcp_enabled"], info["server"]!.AsObject().Select(static member => member.Key));
        Assert.Equal(6, info["endpoints"]!["oauth"]!.AsObject().Count);
        Assert.Equal(server.BaseUrl.Port, (int)info["server"]!["port"]!);
    }

    [Theory]
    [InlineData(SandboxDialect.Create, false, false)]
    [InlineData(SandboxDialect.Mode, false, true)]
    [InlineData(SandboxDialect.Start, true, false)]
    public async Task The_document_lists_the_form_of_start(SandboxDialect dialect, bool hasStart, bool hasMode)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        using var caller = new ApiCaller(server);
        var paths = (await caller.GetAsync("/v1/spec")).Json["paths"]!;
        Assert.Equal(hasStart, paths["/v1/chats/start"] is not null);
        Assert.Equal(hasMode, paths["/v1/chats"]!["post"]!.ToJsonString().Contains("\"mode\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_is_found_by_either_of_its_ids()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var chat = (await caller.GetAsync("/v1/chats")).Json["items"]![0]!;
        var local = chat["localChatID"]!.GetValue<string>();
        Assert.Equal(chat["id"]!.GetValue<string>(), (await caller.GetAsync($"/v1/chats/{local}")).Json["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Messages_are_sent_and_listed_newest_first()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var id = Uri.EscapeDataString((await caller.GetAsync("/v1/chats")).Ids[0]);
        await caller.PostAsync($"/v1/chats/{id}/messages", new { text = "first" });
        await caller.PostAsync($"/v1/chats/{id}/messages", new { text = "second" });
        var items = (await caller.GetAsync($"/v1/chats/{id}/messages")).Json["items"]!.AsArray();
        Assert.Equal(["second", "first"], items.Select(static item => item!["text"]!.GetValue<string>()));
        Assert.Equal(0, server.Counters.FirstMessages);
        Assert.Equal(2, Assert.Single(server.Counters.People).Messages);
    }

    [Fact]
    public async Task Unknown_members_and_a_charset_are_tolerated()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var body = JsonSerializer.Serialize(new { accountID = Some.WhatsApp, user = new { phoneNumber = Some.Tomas.PhoneNumber, colour = "red" }, title = "T", allowInvite = (bool?)null });
        var answer = await caller.SendAsync(HttpMethod.Post, "/v1/chats/start", body, static request => request.Headers.TransferEncodingChunked = true);
        Assert.Equal((200, "created"), (answer.Status, answer.Json["status"]!.GetValue<string>()));
        Assert.False(server.Journal.Entries[^1].Headers.ContainsKey("content-length"));
    }
}
