using System.Text.Json.Nodes;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>The sandbox as the official client sees it.</summary>
[Collection(nameof(SdkTests))]
public sealed class SdkCallTests(InstalledSdks sdks)
{
    public static TheoryData<string, SandboxDialect> EveryPair() => new MatrixTheoryData<string, SandboxDialect>(
        [InstalledSdks.Newest, InstalledSdks.Older], [SandboxDialect.Create, SandboxDialect.Mode, SandboxDialect.Start]);

    [Fact]
    public async Task Info_is_read_without_a_token()
    {
        await using var server = await Some.ServerAsync();
        var end = await Caller(InstalledSdks.Newest, server).CallAsync("info.retrieve");
        Assert.Equal("4.3.73", end["data"]!["app"]!["version"]!.GetValue<string>());
        Assert.False(server.Journal.Entries[0].Headers.ContainsKey("authorization"));
    }

    [Fact]
    public async Task Info_is_not_found_in_the_oldest_dialect()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = SandboxDialect.Create });
        Assert.Equal("NotFoundError", Text((await Caller(InstalledSdks.Newest, server).CallAsync("info.retrieve"))["error"]));
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Accounts_are_listed_with_the_version_header(string version, SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        var end = await Caller(version, server).CallAsync("accounts.list");
        Assert.Equal([Some.WhatsApp, Some.Telegram, Some.Twitter, Some.OddAccount], end["data"]!.AsArray().Select(static account => Text(account!["accountID"])));
        Assert.StartsWith("4.", Text(end["version"]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Contacts_are_searched(string version, SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        var end = await Caller(version, server).CallAsync("accounts.contacts.search", Some.WhatsApp, new { query = "+1 212 555 0142" });
        Assert.Equal(Some.Harriet.Id, Text(Assert.Single(end["data"]!["items"]!.AsArray())!["id"]));
    }

    [Fact]
    public async Task An_account_with_an_odd_id_is_reached()
    {
        var person = Some.Person(Some.OddAccount, "T01-U9", "Harriet Quill") with { InContacts = true };
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(person) });
        foreach (var version in new[] { InstalledSdks.Newest, InstalledSdks.Older })
        {
            var end = await Caller(version, server).CallAsync("accounts.contacts.search", Some.OddAccount, new { query = "Quill" });
            Assert.Equal("T01-U9", Text(Assert.Single(end["data"]!["items"]!.AsArray())!["id"]));
        }
    }

    [Fact]
    public async Task The_contact_list_is_walked_page_by_page()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(Some.Crowd(101)) });
        var people = await Caller(InstalledSdks.Newest, server).CollectAsync("accounts.contacts.list", Some.WhatsApp, new { limit = 40 });
        Assert.Equal(101, people.Select(static person => Text(person!["id"])).Distinct().Count());
        Assert.Equal((101, 3), (people.Count, server.Journal.Entries.Count));
        Assert.StartsWith("?limit=40&cursor=", server.Journal.Entries[1].Query, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Chats_are_listed_and_searched_page_by_page(string version, SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect, Population = Some.With(Some.Crowd(60)) });
        var caller = Caller(version, server);
        Assert.Equal(60, (await caller.CollectAsync("chats.list", new { accountIDs = new[] { Some.WhatsApp, Some.Telegram } })).Count);
        Assert.Equal(60, (await caller.CollectAsync("chats.search", new { accountIDs = new[] { Some.WhatsApp }, scope = "participants", type = "single", query = "crowd", limit = 25 })).Count);
        Assert.Single(await caller.CollectAsync("chats.search", new { query = "Crowd 0007", unreadOnly = (bool?)null }));
        Assert.Equal(3 + 3 + 1, server.Journal.Entries.Count);
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task A_chat_is_retrieved(string version, SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        var caller = Caller(version, server);
        var id = Text((await caller.CollectAsync("chats.list"))[0]!["id"]);
        var chat = (await caller.CallAsync("chats.retrieve", id, new { maxParticipantCount = 1 }))["data"]!;
        Assert.Equal((id, "Harriet Quill", 1, 2), (Text(chat["id"]), Text(chat["title"]), chat["participants"]!["items"]!.AsArray().Count, (int)chat["participants"]!["total"]!));
        Assert.Contains(id, server.Journal.Entries[^1].Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InstalledSdks.Newest)]
    [InlineData(InstalledSdks.Older)]
    public async Task A_start_by_mode_gives_id_and_status(string version)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = SandboxDialect.Mode });
        var end = await Caller(version, server).CallAsync("chats.create", new { accountID = Some.WhatsApp, mode = "start", user = new { phoneNumber = Some.Tomas.PhoneNumber, fullName = "Tomas Okafor" }, allowInvite = false });
        Assert.Equal("created", Text(end["data"]!["status"]));
        Assert.StartsWith("!", Text(end["data"]!["chatID"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_by_path_gives_the_chat()
    {
        await using var server = await Some.ServerAsync();
        var chat = (await Caller(InstalledSdks.Newest, server).CallAsync("chats.start", new { accountID = Some.WhatsApp, user = new { phoneNumber = Some.Harriet.PhoneNumber }, allowInvite = false }))["data"]!;
        Assert.Equal(("existing", "single", Some.Harriet.PhoneNumber, Text(chat["id"])), (Text(chat["status"]), Text(chat["type"]), Text(chat["participants"]!["items"]![0]!["phoneNumber"]), Text(chat["chatID"])));
        Assert.Equal("POST /v1/chats/start", $"{server.Journal.Entries[0].Method} {server.Journal.Entries[0].Path}");
    }

    [Fact]
    public async Task The_older_client_has_no_start()
    {
        await using var server = await Some.ServerAsync();
        Assert.True((bool)(await Caller(InstalledSdks.Older, server).CallAsync("chats.start", new { }))["missing"]!);
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public async Task Single_chats_and_groups_are_created(string version, SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        var caller = Caller(version, server);
        var single = await caller.CallAsync("chats.create", new { accountID = Some.WhatsApp, type = "single", participantIDs = new[] { Some.Tomas.Id } });
        var group = await caller.CallAsync("chats.create", new { accountID = Some.WhatsApp, type = "group", participantIDs = new[] { Some.Tomas.Id, Some.Harriet.Id }, title = "Quill & Co", messageText = "Hello" });
        Assert.NotEqual(Text(single["data"]!["chatID"]), Text(group["data"]!["chatID"]));
        var chat = (await caller.CallAsync("chats.retrieve", Text(group["data"]!["chatID"])))["data"]!;
        Assert.Equal(("group", "Quill & Co", 3), (Text(chat["type"]), Text(chat["title"]), (int)chat["participants"]!["total"]!));
        Assert.Equal((2, 1), (server.Counters.Created, server.Counters.FirstMessages));
    }

    [Theory]
    [InlineData(InstalledSdks.Newest)]
    [InlineData(InstalledSdks.Older)]
    public async Task Messages_are_sent_and_listed(string version)
    {
        await using var server = await Some.ServerAsync();
        var caller = Caller(version, server);
        var id = Text((await caller.CollectAsync("chats.list"))[0]!["id"]);
        await caller.CallAsync("messages.send", id, new { text = "Hello" });
        Assert.Equal("Hello", Text(Assert.Single(await caller.CollectAsync("messages.list", id))!["text"]));
        Assert.True((bool)(await caller.CallAsync("focus", new { chatID = id }))["data"]!["success"]!);
    }

    [Theory]
    [InlineData(InstalledSdks.Newest, SandboxDialect.Start)]
    [InlineData(InstalledSdks.Older, SandboxDialect.Mode)]
    public async Task A_whole_session_ends_in_one_chat(string version, SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        var end = await Caller(version, server).SessionAsync(Some.Tomas.PhoneNumber!);
        Assert.Equal($$"""{"first":"created","again":"existing","same":true,"participant":"{{Some.Tomas.PhoneNumber}}","titles":["Tomas Okafor"],"focus":true}""".Replace("+", "\\u002B", StringComparison.Ordinal), end.ToJsonString());
        Assert.Equal(1, server.Counters.Created);
    }

    private SdkCaller Caller(string version, SandboxServer server) => new(sdks, version, server);

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
