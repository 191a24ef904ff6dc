using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

/// <summary>Which requests a fault meets.</summary>
public sealed class FaultMatchTests
{
    private const string Route = "/v1/chats/start";

    [Fact]
    public async Task Only_the_nth_request_is_met() => Assert.Equal("200 500 200 200", await StatusesAsync(4, new FaultMatch { Route = Route, Nth = 2 }));

    [Fact]
    public async Task Every_nth_request_is_met() => Assert.Equal("200 500 200 500 200", await StatusesAsync(5, new FaultMatch { Route = Route, Every = 2 }));

    [Fact]
    public async Task A_share_of_the_requests_is_met_the_same_ones_for_a_seed()
    {
        var one = await StatusesAsync(40, new FaultMatch { Probability = 0.5, Seed = 7 });
        Assert.Equal(one, await StatusesAsync(40, new FaultMatch { Probability = 0.5, Seed = 7 }));
        Assert.NotEqual(one, await StatusesAsync(40, new FaultMatch { Probability = 0.5, Seed = 8 }));
        Assert.InRange(one.Split(' ').Count(static status => status == "500"), 8, 32);
    }

    [Fact]
    public async Task A_share_of_nothing_and_of_all_are_what_they_say()
    {
        Assert.Equal("200 200 200", await StatusesAsync(3, new FaultMatch { Probability = 0 }));
        Assert.Equal("500 500 500", await StatusesAsync(3, new FaultMatch { Probability = 1 }));
    }

    [Theory]
    [InlineData("POST", Route, null, 500)]
    [InlineData("post", Route, null, 500)]
    [InlineData("GET", Route, null, 200)]
    [InlineData(null, "/v1/chats", null, 200)]
    [InlineData(null, "/v1/chats/{id}", null, 500)]
    [InlineData(null, "/v1/*", null, 500)]
    [InlineData(null, "/v2/*", null, 200)]
    [InlineData(null, null, Some.WhatsApp, 500)]
    [InlineData(null, null, Some.Telegram, 200)]
    public async Task A_rule_matches_by_method_route_and_account(string? method, string? route, string? account, int status)
    {
        await using var server = await ServerAsync(new FaultEffect { Status = 500 }, new FaultMatch { Method = method, Route = route, Account = account });
        Assert.Equal(status, (await StartAsync(server)).Status);
    }

    [Theory]
    [InlineData("/v1/accounts/slackgo.T01%2FU%237:a!b%20c%252/contacts/list", 500)]
    [InlineData("/v1/chats?accountIDs=slackgo.T01%2FU%237%3Aa%21b%20c%252", 500)]
    [InlineData("/v1/chats?accountIDs=telegram", 200)]
    [InlineData("/v1/accounts/telegram/contacts/list", 200)]
    public async Task An_account_is_seen_in_path_and_query(string path, int status)
    {
        await using var server = await ServerAsync(new FaultEffect { Status = 500 }, new FaultMatch { Account = Some.OddAccount });
        using var caller = new ApiCaller(server);
        Assert.Equal(status, (await caller.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_first_rule_that_fires_wins_and_every_rule_counts_what_matches_it()
    {
        var rules = new[] { Rule(new FaultMatch { Route = Route, Nth = 1 }, 500), Rule(new FaultMatch { Route = Route, Nth = 2 }, 502), Rule(new FaultMatch { Route = Route, Every = 2 }, 503) };
        await using var server = await Some.ServerAsync(new SandboxOptions { Faults = rules });
        var statuses = new List<int>();
        for (var n = 0; n < 4; n++)
            statuses.Add((await StartAsync(server)).Status);
        Assert.Equal([500, 502, 200, 503], statuses);
    }

    private static Task<SandboxServer> ServerAsync(FaultEffect effect, FaultMatch? match = null) =>
        Some.ServerAsync(new SandboxOptions { Faults = [new FaultRule(match ?? new FaultMatch { Method = "POST", Route = Route }, effect)] });

    private static FaultRule Rule(FaultMatch match, int status) => new(match, new FaultEffect { Status = status });

    private static async Task<Answer> StartAsync(SandboxServer server)
    {
        using var caller = new ApiCaller(server);
        return await caller.PostAsync(Route, new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id } });
    }

    private static async Task<string> StatusesAsync(int count, FaultMatch match)
    {
        await using var server = await ServerAsync(new FaultEffect { Status = 500 }, match);
        var statuses = new List<int>();
        for (var n = 0; n < count; n++)
            statuses.Add((await StartAsync(server)).Status);
        return string.Join(' ', statuses);
    }
}
