using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

public sealed class PagingTests
{
    [Theory]
    [InlineData("/v1/chats?", 25, 60)]
    [InlineData("/v1/chats/search?", 50, 120)]
    [InlineData("/v1/chats/search?limit=7&", 7, 20)]
    [InlineData("/v1/accounts/local-whatsapp_ba_Zq81/contacts/list?", 50, 101)]
    [InlineData("/v1/accounts/local-whatsapp_ba_Zq81/contacts/list?limit=200&", 200, 400)]
    public async Task Pages_towards_older_items_give_every_item_once(string path, int size, int count)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(Some.Crowd(count)) });
        using var caller = new ApiCaller(server);
        var (seen, cursor, pages) = (new List<string>(), "", 0);
        bool more;
        do
        {
            var page = await caller.GetAsync($"{path}cursor={Uri.EscapeDataString(cursor)}");
            seen.AddRange(page.Ids);
            more = (bool)page.Json["hasMore"]!;
            Assert.Equal(more ? size : count - (size * pages), page.Ids.Length);
            cursor = page.Json["oldestCursor"]!.GetValue<string>();
            pages++;
        }
        while (more);
        Assert.Equal(count, seen.Distinct().Count());
        Assert.Equal(count, seen.Count);
    }

    [Fact]
    public async Task Pages_towards_newer_items_lead_back_to_the_newest_without_repeats()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(Some.Crowd(60)) });
        using var caller = new ApiCaller(server);
        var first = await caller.GetAsync("/v1/chats/search?limit=25");
        var second = await caller.GetAsync($"/v1/chats/search?limit=25&cursor={first.Json["oldestCursor"]}");
        var back = await caller.GetAsync($"/v1/chats/search?limit=20&direction=after&cursor={second.Json["newestCursor"]}");
        Assert.Equal(first.Ids[5..], back.Ids);
        Assert.True((bool)back.Json["hasMore"]!);
        var rest = await caller.GetAsync($"/v1/chats/search?limit=20&direction=after&cursor={back.Json["newestCursor"]}");
        Assert.Equal(first.Ids[..5], rest.Ids);
        Assert.False((bool)rest.Json["hasMore"]!);
    }

    [Fact]
    public async Task Nothing_is_newer_than_the_newest()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(Some.Crowd(3)) });
        using var caller = new ApiCaller(server);
        var first = await caller.GetAsync("/v1/chats");
        var none = await caller.GetAsync($"/v1/chats?direction=after&cursor={first.Json["newestCursor"]}");
        Assert.Empty(none.Ids);
        Assert.Equal((false, null, null), ((bool)none.Json["hasMore"]!, none.Json["oldestCursor"], none.Json["newestCursor"]));
    }

    [Fact]
    public async Task Chats_come_most_recent_first_and_a_new_message_moves_one_up()
    {
        var people = Some.Crowd(3);
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(people) });
        using var caller = new ApiCaller(server);
        var before = (await caller.GetAsync("/v1/chats")).Ids;
        await caller.PostAsync($"/v1/chats/{Uri.EscapeDataString(before[2])}/messages", new { text = "up" });
        Assert.Equal([before[2], before[0], before[1]], (await caller.GetAsync("/v1/chats")).Ids);
    }

    [Fact]
    public async Task A_listing_holds_at_most_twenty_participants_and_a_chat_as_many_as_asked()
    {
        var people = Some.Crowd(120);
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(people) });
        using var caller = new ApiCaller(server);
        var made = await caller.PostAsync("/v1/chats", new { accountID = Some.WhatsApp, type = "group", participantIDs = people.Select(static person => person.Id) });
        var id = Uri.EscapeDataString(made.Json["id"]!.GetValue<string>());
        Assert.Equal(20, (await caller.GetAsync("/v1/chats/search?type=group")).Json["items"]![0]!["participants"]!["items"]!.AsArray().Count);
        foreach (var (query, shown) in new[] { ("", 100), ("?maxParticipantCount=-1", 121), ("?maxParticipantCount=0", 0), ("?maxParticipantCount=5", 5) })
        {
            var participants = (await caller.GetAsync($"/v1/chats/{id}{query}")).Json["participants"]!;
            Assert.Equal((shown, 121, shown < 121), (participants["items"]!.AsArray().Count, (int)participants["total"]!, (bool)participants["hasMore"]!));
        }
    }

    [Theory]
    [InlineData("query=crowd%200001", 1)]
    [InlineData("query=0001%20whatsapp", 1)]
    [InlineData("query=nobody", 0)]
    [InlineData("query=0001&scope=participants", 1)]
    [InlineData("query=whatsapp&scope=participants", 0)]
    [InlineData("type=group", 0)]
    [InlineData("type=any", 10)]
    [InlineData("lastActivityBefore=2026-10-02T08:10:00Z", 4)]
    [InlineData("lastActivityAfter=2026-10-02T08:10:00Z", 5)]
    [InlineData("unreadOnly=true", 0)]
    public async Task A_search_filters(string query, int found)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(Some.Crowd(10)) });
        using var caller = new ApiCaller(server);
        Assert.Equal(found, (await caller.GetAsync($"/v1/chats/search?{query}")).Ids.Length);
    }
}
