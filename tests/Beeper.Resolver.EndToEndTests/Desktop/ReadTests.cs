using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Desktop;

/// <summary>What is read, from whole answers and from odd ones.</summary>
public sealed class ReadTests
{
    private const string Chat = """{"id":"!NAME","accountID":"a","type":"single","title":"T","participants":{"items":[{"id":"p"}],"hasMore":false,"total":1}}""";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SandboxDialect.Create)]
    [InlineData(SandboxDialect.Mode)]
    [InlineData(SandboxDialect.Start)]
    public async Task Accounts_chats_and_people_are_read_in_every_dialect(SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect, Population = Some.With([.. Some.Crowd(60), Some.Harriet]) });
        using var client = Clients.Of(server);
        Assert.Equal(["whatsapp", "telegram", "twitter", "slack"], (await client.GetAccountsAsync(Ending)).Select(static account => account.Network));
        var chats = await client.ListDirectChatsAsync([Some.WhatsApp], Ending).AllAsync();
        Assert.Equal(61, chats.Select(static chat => chat.Id).Distinct().Count());
        Assert.Equal(dialect == SandboxDialect.Create ? 0 : 61, (await client.ListContactsAsync(Some.WhatsApp, Ending).AllAsync()).Count);
        Assert.Equal(Some.Harriet.Id, Assert.Single(await client.SearchContactsAsync(Some.WhatsApp, Some.Harriet.PhoneNumber!, Ending)).Id);
        Assert.Equal("Crowd 0007", Assert.Single(await client.SearchChatsAsync(new ChatSearch { Query = "crowd 0007", Type = "single", AccountIds = [Some.WhatsApp], Limit = 5 }, Ending).AllAsync()).Title);
        Assert.Equal(chats[3].Id, (await client.GetChatAsync(chats[3].Id, 0, Ending))!.Direct.Id);
    }

    [Fact]
    public async Task An_account_with_an_odd_id_is_read()
    {
        var person = Some.Person(Some.OddAccount, "T01-U9#/?", "Harriet Quill") with { InContacts = true, Chat = new(Some.LastOctober) };
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(person) });
        using var client = Clients.Of(server);
        Assert.Equal(person.Id, Assert.Single(await client.ListContactsAsync(Some.OddAccount, Ending).AllAsync()).Id);
        Assert.Equal(person.Id, Assert.Single(await client.SearchContactsAsync(Some.OddAccount, "Quill", Ending)).Id);
        Assert.Contains(Assert.Single(await client.ListDirectChatsAsync([Some.OddAccount], Ending).AllAsync()).Participants, user => user.Id == person.Id);
    }

    [Fact]
    public async Task The_chat_id_is_never_the_installations_own()
    {
        await using var server = await Some.ServerAsync();
        using var client = Clients.Of(server);
        var local = "1";
        Assert.StartsWith("!", (await client.GetChatAsync(local, null, Ending))!.Direct.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_is_not_there_is_null()
    {
        await using var server = await Some.ServerAsync();
        using var client = Clients.Of(server);
        Assert.Null(await client.GetChatAsync("!nobody:example.com", null, Ending));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetChatAsync("..", null, Ending));
    }

    [Theory]
    [InlineData("""{"items":[{"accountID":"local-whatsapp_ba_x"}]}""", "local-whatsapp_ba_x:whatsapp")]
    [InlineData("""[null,{},{"accountID":""},{"accountID":7},{"accountID":"odd","network":"Nobody Knows","user":null,"bridge":null,"new":{}}]""", "odd:unknown")]
    [InlineData("""[{"accountID":"x","bridge":{"id":1,"type":"slackgo"},"status":"connecting"}]""", "x:slack")]
    [InlineData("[]", "")]
    public async Task Accounts_are_read_from_odd_answers(string body, string accounts)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", Faults.Json(body)));
        using var client = Clients.Of(server);
        Assert.Equal(accounts, string.Join(' ', (await client.GetAccountsAsync(Ending)).Select(static account => $"{account.Id}:{account.Network}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task An_answer_that_is_none_is_an_error_of_the_protocol(string body)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/chats/{id}", Faults.Text(body)), Faults.On("GET", "/v1/chats", Faults.Text(body)));
        using var client = Clients.Of(server);
        foreach (var read in new Func<Task>[] { () => client.GetChatAsync("!x", null, Ending), () => client.ListDirectChatsAsync([], Ending).AllAsync() })
        {
            var error = await Assert.ThrowsAsync<DesktopApiException>(read);
            Assert.Equal((0, "protocol"), (error.Status, error.Code));
        }
    }

    [Theory]
    [InlineData("""{"items":[ONE],"hasMore":true,"oldestCursor":"c"}""", """{"items":[TWO],"hasMore":true,"oldestCursor":"c"}""", "!1 !2", 2)]
    [InlineData("""{"items":[ONE],"hasMore":true,"oldestCursor":"c"}""", """{"items":[],"hasMore":true,"oldestCursor":"d"}""", "!1", 2)]
    [InlineData("""{"items":[ONE],"hasMore":true,"oldestCursor":"c"}""", """{"items":null,"hasMore":true,"oldestCursor":"d"}""", "!1", 2)]
    [InlineData("""{"items":[ONE],"hasMore":true,"oldestCursor":null}""", "{}", "!1", 1)]
    [InlineData("""{"items":[ONE],"hasMore":true,"oldestCursor":""}""", "{}", "!1", 1)]
    [InlineData("""{"items":[ONE]}""", "{}", "!1", 1)]
    [InlineData("""{"items":[ONE],"hasMore":true,"oldestCursor":"a&b=c d"}""", """{"items":[TWO],"hasMore":false,"oldestCursor":"e"}""", "!1 !2", 2)]
    [InlineData("""{"items":[null,{},{"id":"!x"},{"accountID":"a"},ONE,TWO]}""", "{}", "!1 !2", 1)]
    public async Task Pages_end_where_they_lead_nowhere(string first, string second, string found, int requests)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Page(first, 1), Page(second, 2), Page("""{"items":[ONE],"hasMore":false}""", 3));
        using var client = Clients.Of(server);
        Assert.Equal(found, string.Join(' ', (await client.ListDirectChatsAsync(["a"], Ending).AllAsync()).Select(static chat => chat.Id)));
        Assert.Equal(requests, server.Journal.Entries.Count);
        if (requests == 2)
            Assert.Contains($"&cursor={(first.Contains("a&b", StringComparison.Ordinal) ? "a%26b%3Dc%20d" : "c")}", server.Journal.Entries[1].Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"lastActivity\":\"soon\"")]
    [InlineData("\"lastActivity\":1790000000")]
    [InlineData("\"title\":\"half \\ud83d\"")]
    [InlineData("\"title\":7")]
    [InlineData("\"displayText\":{}")]
    public async Task One_odd_member_does_not_lose_the_page(string member)
    {
        var odd = Chat.Replace("NAME", "odd", StringComparison.Ordinal).Replace("\"title\":\"T\"", member, StringComparison.Ordinal);
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Page($$"""{"items":[{{odd}},ONE],"hasMore":false}""", 1));
        using var client = Clients.Of(server);
        Assert.Equal(["!odd", "!1"], (await client.ListDirectChatsAsync(["a"], Ending).AllAsync()).Select(static chat => chat.Id));
    }

    [Fact]
    public async Task Groups_and_merged_chats_are_no_direct_chats()
    {
        var group = Chat.Replace("single", "group", StringComparison.Ordinal);
        var merged = Chat.Replace("\"title\":\"T\"", "\"merge\":{\"chatIDs\":[\"!1\"]}", StringComparison.Ordinal);
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Page($$"""{"items":[{{group}},{{merged}},ONE]}""", 1));
        using var client = Clients.Of(server);
        Assert.Equal("!1", Assert.Single(await client.ListDirectChatsAsync(["a"], Ending).AllAsync()).Id);
    }

    private static FaultRule Page(string json, int nth) =>
        Faults.On("GET", "/v1/chats", Faults.Json(json.Replace("ONE", Chat.Replace("NAME", "1", StringComparison.Ordinal), StringComparison.Ordinal).Replace("TWO", Chat.Replace("NAME", "2", StringComparison.Ordinal), StringComparison.Ordinal)), nth);
}
