using System.Globalization;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Desktop;

public sealed class RetryTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Retry-After", "7", 7000.0)]
    [InlineData("Retry-After", "0", null)]
    [InlineData("Retry-After", "-3", null)]
    [InlineData("Retry-After", "Wed, 01 Jan 2020 00:00:00 GMT", null)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("Retry-After", "99999999999999", 31536000000.0)]
    [InlineData("retry-after-ms", "1500", 1500.0)]
    [InlineData("retry-after-ms", "12.5", 12.5)]
    [InlineData("retry-after-ms", "0", null)]
    [InlineData("retry-after-ms", "-5", null)]
    [InlineData("retry-after-ms", "NaN", null)]
    [InlineData("retry-after-ms", "-1e300", null)]
    [InlineData("retry-after-ms", "1e300", 31536000000.0)]
    [InlineData("retry-after-ms", "soon", null)]
    public async Task A_wait_that_was_asked_for_is_read(string header, string value, double? milliseconds)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("POST", null, Faults.Status(429, header, value)));
        using var client = Clients.Of(server);
        var result = await client.StartAsync();
        Assert.Equal((StartResultKind.Throttled, milliseconds), (result.Kind, result.RetryAfter?.TotalMilliseconds));
    }

    [Fact]
    public async Task A_date_to_come_is_a_wait()
    {
        var date = TimeProvider.System.GetUtcNow().AddHours(1).ToString("R", CultureInfo.InvariantCulture);
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("POST", null, Faults.Status(429, "Retry-After", date)));
        using var client = Clients.Of(server);
        Assert.True((await client.StartAsync()).RetryAfter > TimeSpan.FromMinutes(50));
    }

    [Theory]
    [InlineData("1000", "9", 1000.0)]
    [InlineData("soon", "9", 9000.0)]
    public async Task The_finer_header_wins_where_it_can_be_read(string fine, string coarse, double milliseconds)
    {
        var effect = new FaultEffect { Status = 429, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["retry-after-ms"] = fine, ["Retry-After"] = coarse } };
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("POST", null, effect));
        using var client = Clients.Of(server);
        Assert.Equal(milliseconds, (await client.StartAsync()).RetryAfter?.TotalMilliseconds);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_read_that_fails_in_passing_is_repeated(int status)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", Faults.Status(status, "retry-after-ms", "1"), nth: 1));
        using var client = Clients.Of(server);
        Assert.NotEmpty(await client.GetAccountsAsync(Ending));
        Assert.Equal(2, server.Journal.Entries.Count);
    }

    [Theory]
    [InlineData("after-read")]
    [InlineData("mid-body")]
    public async Task A_read_whose_connection_breaks_is_repeated(string drop)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", new FaultEffect { Drop = drop }, nth: 1));
        using var client = Clients.Of(server);
        Assert.NotEmpty(await client.GetAccountsAsync(Ending));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_read_is_sent_as_often_as_allowed_and_no_more(int most)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", Faults.Status(503, "retry-after-ms", "1")));
        using var client = Clients.Of(server, new DesktopClientOptions { MaxReadAttempts = most });
        Assert.Equal(503, (await Assert.ThrowsAsync<DesktopApiException>(() => client.GetAccountsAsync(Ending))).Status);
        Assert.Equal((most, most), (server.Journal.Entries.Count, client.Reads));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task A_read_that_was_refused_is_not_repeated(int status)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", Faults.Status(status)));
        using var client = Clients.Of(server);
        var error = await Assert.ThrowsAsync<DesktopApiException>(() => client.GetAccountsAsync(Ending));
        Assert.Equal((status, status is 401 or 403), (error.Status, error.IsAuthorization));
        Assert.Single(server.Journal.Entries);
    }

    [Fact]
    public async Task A_read_that_would_have_to_wait_too_long_is_given_up()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", Faults.Status(429, "Retry-After", "3600")));
        using var client = Clients.Of(server);
        Assert.Equal(429, (await Assert.ThrowsAsync<DesktopApiException>(() => client.GetAccountsAsync(Ending))).Status);
        Assert.Single(server.Journal.Entries);
    }

    [Fact]
    public async Task A_read_that_is_never_answered_is_unreachable()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", new FaultEffect { DelayMs = 600_000 }));
        using var client = Clients.Of(server, new DesktopClientOptions { ReadTimeout = TimeSpan.FromMilliseconds(100), MaxReadAttempts = 1 });
        await Assert.ThrowsAsync<DesktopUnreachableException>(() => client.GetAccountsAsync(Ending));
    }
}
