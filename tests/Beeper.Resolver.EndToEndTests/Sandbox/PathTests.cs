using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

/// <summary>IDs in paths as the official SDK escapes them (few characters) and as .NET does (many).</summary>
public sealed class PathTests
{
    [Theory]
    [InlineData("slackgo.T01%2FU%237:a!b%20c%252", "raw ! and :")]
    [InlineData("slackgo.T01%2FU%237%3Aa%21b%20c%252", "all escaped")]
    [InlineData("slackgo.T01%2fU%237%3aa%21b%20c%252", "lower-case digits")]
    public async Task An_account_is_found_however_its_id_is_escaped(string segment, string style)
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var answer = await caller.GetAsync($"/v1/accounts/{segment}/contacts/list");
        Assert.True(answer.Status == 200, $"{style}: {answer.Status}");
        Assert.Equal(Some.OddAccount, server.Journal.Entries[^1].AccountId);
    }

    [Fact]
    public async Task A_chat_is_found_however_its_id_is_escaped()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var id = (await caller.GetAsync("/v1/chats")).Ids[0];
        Assert.StartsWith("!", id, StringComparison.Ordinal);
        Assert.Contains(':', id);
        Assert.Equal(200, (await caller.GetAsync($"/v1/chats/{id}")).Status);
        Assert.Equal(200, (await caller.GetAsync($"/v1/chats/{Uri.EscapeDataString(id)}")).Status);
        Assert.Equal(404, (await caller.GetAsync($"/v1/chats/{Uri.EscapeDataString(Uri.EscapeDataString(id))}")).Status);
    }

    [Fact]
    public async Task A_participant_with_a_hash_and_a_slash_can_be_started()
    {
        var person = Some.Person("matrix", "imsg##participant:9/7", "Harriet Quill");
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = new([Some.Account("matrix", "matrix")], [person]) });
        using var caller = new ApiCaller(server);
        var answer = await caller.PostAsync("/v1/chats/start", new { accountID = "matrix", user = new { id = person.Id } });
        Assert.Equal(person.Id, answer.Json["participants"]!["items"]![0]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/v1/chats?cursor=&direction=&accountIDs=")]
    [InlineData("/v1/chats/search?query=&scope=&type=&limit=&unreadOnly=&inbox=&lastActivityBefore=&includeMuted=")]
    [InlineData("/v1/accounts/telegram/contacts/list?query=&limit=&cursor=")]
    public async Task An_empty_parameter_is_an_absent_one(string path)
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var (empty, absent) = (await caller.GetAsync(path), await caller.GetAsync(path.Split('?')[0]));
        Assert.Equal(200, empty.Status);
        Assert.Equal(absent.Text, empty.Text);
    }

    [Fact]
    public async Task Accounts_in_a_query_are_repeated()
    {
        var people = new[] { Some.Harriet, Some.Person(Some.Telegram, "1042", "Ines Rook") with { Chat = new(Some.LastOctober.AddDays(1)) } };
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(people) });
        using var caller = new ApiCaller(server);
        Assert.Equal(2, (await caller.GetAsync($"/v1/chats?accountIDs={Some.WhatsApp}&accountIDs=telegram")).Ids.Length);
        Assert.Single((await caller.GetAsync("/v1/chats?accountIDs=telegram")).Ids);
        Assert.Empty((await caller.GetAsync("/v1/chats?accountIDs=twitter")).Ids);
    }
}
