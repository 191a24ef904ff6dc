using System.Text.Json.Nodes;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>Every class of error as the official client maps it, with the envelope, and its retries.</summary>
[Collection(nameof(SdkTests))]
public sealed class SdkErrorTests(InstalledSdks sdks)
{
    private static readonly string[] Versions = [InstalledSdks.Newest, InstalledSdks.Older];

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_validation_error_carries_its_issues(int status)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { ValidationStatus = status });
        foreach (var version in Versions)
        {
            var end = await new SdkCaller(sdks, version, server).CallAsync("chats.create", new { accountID = Some.WhatsApp });
            AssertError(end, status == 400 ? "BadRequestError" : "UnprocessableEntityError", status, "VALIDATION_ERROR", "Invalid request");
            Assert.Equal("""["body","type"]""", end["body"]!["details"]!["issues"]![0]!["path"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_wrong_token_is_an_authentication_error()
    {
        await using var server = await Some.ServerAsync();
        foreach (var version in Versions)
            AssertError(await new SdkCaller(sdks, version, server) { Token = "wrong" }.CallAsync("accounts.list"), "AuthenticationError", 401, "unauthorized", "Unauthorized: Invalid or missing token");
    }

    [Fact]
    public async Task A_read_only_token_on_a_write_is_a_permission_error()
    {
        await using var server = await Some.ServerAsync();
        foreach (var version in Versions)
        {
            var caller = new SdkCaller(sdks, version, server) { Token = server.ReadOnlyToken };
            AssertError(await caller.CallAsync("chats.create", new { accountID = Some.WhatsApp, type = "single", participantIDs = new[] { Some.Tomas.Id } }), "PermissionDeniedError", 403, "FORBIDDEN", "The token lacks the write scope");
            Assert.Equal(200, (int)(await caller.CallAsync("accounts.list"))["status"]!);
        }
        Assert.Equal(0, server.Counters.Created);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var server = await Some.ServerAsync();
        foreach (var version in Versions)
        {
            var caller = new SdkCaller(sdks, version, server);
            AssertError(await caller.CallAsync("chats.retrieve", "!nobody:example.com"), "NotFoundError", 404, "NOT_FOUND", "Chat not found");
            AssertError(await caller.CallAsync("accounts.contacts.search", "gone", new { query = "a" }), "NotFoundError", 404, "NOT_FOUND", "Account not found");
        }
        AssertError(await new SdkCaller(sdks, InstalledSdks.Newest, server).CallAsync("chats.start", new { accountID = Some.WhatsApp, user = new { phoneNumber = "+12125550199" } }), "NotFoundError", 404, "NOT_FOUND", "User not found");
    }

    [Fact]
    public async Task An_account_that_is_not_connected_is_a_conflict()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = new([Some.Account(Some.WhatsApp, "whatsapp") with { Status = "disconnected" }], [Some.Tomas]) });
        foreach (var version in Versions)
            AssertError(await new SdkCaller(sdks, version, server).CallAsync("chats.create", new { accountID = Some.WhatsApp, type = "single", participantIDs = new[] { Some.Tomas.Id } }), "ConflictError", 409, "CONFLICT", "Account is not connected");
    }

    [Theory]
    [InlineData(429, "RateLimitError", "RATE_LIMITED")]
    [InlineData(500, "InternalServerError", "UNKNOWN_ERROR")]
    [InlineData(502, "InternalServerError", "BAD_GATEWAY")]
    [InlineData(503, "InternalServerError", "UNKNOWN_ERROR")]
    public async Task A_simulated_fault_has_its_class(int status, string error, string code)
    {
        await using var server = await Some.ServerAsync(Faulty(new FaultMatch(), new FaultEffect { Status = status }));
        foreach (var version in Versions)
            AssertError(await new SdkCaller(sdks, version, server).CallAsync("accounts.list"), error, status, code, "Simulated fault");
    }

    [Fact]
    public async Task A_closed_port_is_a_connection_error()
    {
        var server = await Some.ServerAsync();
        await server.DisposeAsync();
        foreach (var version in Versions)
            Assert.Equal("APIConnectionError", (await new SdkCaller(sdks, version, server).CallAsync("accounts.list"))["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_dropped_connection_is_a_connection_error()
    {
        await using var server = await Some.ServerAsync(Faulty(new FaultMatch(), new FaultEffect { Drop = "after-read" }));
        foreach (var version in Versions)
            Assert.Equal("APIConnectionError", (await new SdkCaller(sdks, version, server).CallAsync("accounts.list"))["error"]!.GetValue<string>());
        Assert.Equal(2, server.Journal.Entries.Count);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_timeout()
    {
        await using var server = await Some.ServerAsync(Faulty(new FaultMatch(), new FaultEffect { DelayMs = 600_000 }));
        foreach (var version in Versions)
            Assert.Equal("APIConnectionTimeoutError", (await new SdkCaller(sdks, version, server) { Timeout = 250 }.CallAsync("accounts.list"))["error"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(InstalledSdks.Newest, "Retry-After", "1")]
    [InlineData(InstalledSdks.Newest, "Retry-After", "Wed, 01 Jan 2020 00:00:00 GMT")]
    [InlineData(InstalledSdks.Newest, "retry-after-ms", "20")]
    [InlineData(InstalledSdks.Older, "Retry-After", "1")]
    [InlineData(InstalledSdks.Older, "Retry-After", "0")]
    [InlineData(InstalledSdks.Older, "retry-after-ms", "20")]
    public async Task F42_a_rate_limit_is_waited_out_and_the_request_repeated(string version, string header, string value)
    {
        await using var server = await Some.ServerAsync(Faulty(new FaultMatch { Nth = 1 }, new FaultEffect { Status = 429, Headers = Header(header, value) }));
        var end = await new SdkCaller(sdks, version, server) { MaxRetries = 2 }.CallAsync("accounts.list");
        Assert.Equal(200, (int)end["status"]!);
        Assert.Equal(["429 0", "200 1"], server.Journal.Entries.Select(static entry => $"{entry.Status} {entry.Headers["x-stainless-retry-count"]}"));
    }

    [Fact]
    public async Task A_server_that_forbids_a_retry_is_asked_once()
    {
        await using var server = await Some.ServerAsync(Faulty(new FaultMatch(), new FaultEffect { Status = 500, Headers = Header("x-should-retry", "false") }));
        await new SdkCaller(sdks, InstalledSdks.Newest, server) { MaxRetries = 2 }.CallAsync("accounts.list");
        Assert.Single(server.Journal.Entries);
    }

    [Fact]
    public async Task F42_a_start_repeated_after_an_answer_was_lost_finds_the_chat_it_made()
    {
        await using var server = await Some.ServerAsync(Faulty(new FaultMatch { Method = "POST", Nth = 1 }, new FaultEffect { When = "after", Status = 500, Headers = Header("retry-after-ms", "1") }));
        var end = await new SdkCaller(sdks, InstalledSdks.Newest, server) { MaxRetries = 1 }.CallAsync("chats.start", new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id } });
        Assert.Equal("existing", end["data"]!["status"]!.GetValue<string>());
        Assert.Equal((2, 1), (server.Counters.Starts, server.Counters.Created));
    }

    private static SandboxOptions Faulty(FaultMatch match, FaultEffect effect) => new() { Faults = [new FaultRule(match, effect)] };

    private static Dictionary<string, string> Header(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static void AssertError(JsonNode end, string error, int status, string code, string message)
    {
        Assert.Equal((error, status), (end["error"]?.GetValue<string>(), (int?)end["status"] ?? 0));
        Assert.Equal((code, message), (end["body"]!["code"]!.GetValue<string>(), end["body"]!["message"]!.GetValue<string>()));
        Assert.Equal($"{status} {message}", end["message"]!.GetValue<string>());
    }
}
