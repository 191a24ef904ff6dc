using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Desktop;

public sealed class DialectTests
{
    private const string SpecOfStart = """{"paths":{"/v1/chats":{"post":{}},"/v1/chats/start":{"post":{}}}}""";
    private const string SpecOfMode = """{"paths":{"/v1/chats":{"post":{"properties":{"mode":{}}}}}}""";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SandboxDialect.Create, StartDialectKind.Create, "4.2.500")]
    [InlineData(SandboxDialect.Mode, StartDialectKind.Mode, "4.2.600")]
    [InlineData(SandboxDialect.Start, StartDialectKind.Start, "4.3.73")]
    public async Task The_form_of_start_is_found_by_reading_only(SandboxDialect spoken, StartDialectKind found, string version)
    {
        await using var server = await Faults.ServerAsync(spoken);
        using var client = Clients.Of(server);
        var (app, dialect) = await client.GetAppAsync(Ending);
        Assert.Equal((found, version), (dialect, app.Version));
        Assert.Empty(server.Posts());
    }

    [Theory]
    [InlineData("4.3.0", StartDialectKind.Start)]
    [InlineData("4.2.808-beta.3+9", StartDialectKind.Start)]
    [InlineData("4.2.1000", StartDialectKind.Start)]
    [InlineData("5.0", StartDialectKind.Start)]
    [InlineData("4.2.807", StartDialectKind.Mode)]
    [InlineData("4.2.557", StartDialectKind.Mode)]
    [InlineData("4.2.556", StartDialectKind.Create)]
    public async Task Without_the_apps_document_its_version_tells(string version, StartDialectKind found)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { AppVersion = version, Faults = [Faults.On("GET", "/v1/spec", Faults.Status(404))] });
        using var client = Clients.Of(server);
        Assert.Equal(found, (await client.GetAppAsync(Ending)).Dialect);
        Assert.Empty(server.Posts());
    }

    [Theory]
    [InlineData(SandboxDialect.Create, 422, StartDialectKind.Create)]
    [InlineData(SandboxDialect.Create, 400, StartDialectKind.Create)]
    [InlineData(SandboxDialect.Mode, 422, StartDialectKind.Mode)]
    [InlineData(SandboxDialect.Mode, 400, StartDialectKind.Mode)]
    [InlineData(SandboxDialect.Start, 422, StartDialectKind.Start)]
    [InlineData(SandboxDialect.Start, 400, StartDialectKind.Start)]
    public async Task Without_document_and_version_a_request_that_cannot_have_an_effect_tells(SandboxDialect spoken, int validation, StartDialectKind found)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions
        {
            Dialect = spoken,
            ValidationStatus = validation,
            AppVersion = "nightly",
            Faults = [Faults.On("GET", "/v1/spec", Faults.Status(404)), Faults.On("GET", "/v1/info", Faults.Json("""{"app":{"name":"Beeper","version":"nightly"}}"""))],
        });
        using var client = Clients.Of(server);
        Assert.Equal(found, (await client.GetAppAsync(Ending)).Dialect);
        Assert.Equal((0, 0), (server.Counters.Starts, server.Counters.Created));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_probe_that_says_nothing_stops(int status)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions
        {
            Dialect = SandboxDialect.Mode,
            AppVersion = "nightly",
            Faults = [Faults.On("GET", "/v1/spec", Faults.Status(404)), Faults.On("POST", "/v1/chats", Faults.Json("""{"message":"this user may not","code":"X"}""", status))],
        });
        using var client = Clients.Of(server);
        Assert.Equal(status, (await Assert.ThrowsAsync<DesktopApiException>(() => client.GetAppAsync(Ending))).Status);
    }

    [Fact]
    public async Task A_run_that_only_reads_does_not_probe()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { AppVersion = "nightly", Faults = [Faults.On("GET", "/v1/spec", Faults.Status(404))] });
        using var client = Clients.Of(server, new DesktopClientOptions { ReadOnly = true });
        await client.GetAppAsync(Ending);
        Assert.Empty(server.Posts());
    }

    [Theory]
    [InlineData(SandboxDialect.Mode, StartDialectKind.Mode, "405 200")]
    [InlineData(SandboxDialect.Create, StartDialectKind.Create, "405 422 200")]
    public async Task A_form_the_app_turns_out_not_to_speak_gives_way_to_the_next(SandboxDialect spoken, StartDialectKind found, string posts)
    {
        await using var server = await Faults.ServerAsync(spoken, Faults.On("GET", "/v1/spec", Faults.Json(SpecOfStart)), Faults.On("GET", "/v1/info", Faults.Json("""{"app":{"version":"4.3.73"},"endpoints":{"spec":"/v1/spec"}}""")));
        using var client = Clients.Of(server);
        Assert.Equal(StartResultKind.Started, (await client.StartAsync()).Kind);
        Assert.Equal((posts, 1, found), (string.Join(' ', server.Posts().Select(static entry => entry.Status)), server.Counters.Created, (await client.GetAppAsync(Ending)).Dialect));
    }

    [Fact]
    public async Task A_mode_the_app_no_longer_knows_gives_way_too()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/spec", Faults.Json(SpecOfMode)));
        using var client = Clients.Of(server);
        Assert.Equal((StartResultKind.Started, 1), ((await client.StartAsync()).Kind, server.Counters.Created));
    }

    [Theory]
    [InlineData("""{"message":"Route POST:/v1/chats/start not found","error":"Not Found","statusCode":404}""")]
    [InlineData("""{"message":"Route not found","code":"NOT_FOUND"}""")]
    [InlineData("\"<html>404</html>\"")]
    public async Task A_route_that_is_missing_is_no_missing_person(string body)
    {
        var missing = Faults.On("POST", "/v1/chats/start", new FaultEffect { Status = 404, Body = System.Text.Json.JsonElement.Parse(body) });
        await using var server = await Faults.ServerAsync(SandboxDialect.Mode, Faults.On("GET", "/v1/spec", Faults.Json(SpecOfStart)), missing);
        using var client = Clients.Of(server);
        Assert.Equal((StartResultKind.Started, 1), ((await client.StartAsync()).Kind, server.Counters.Created));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task Other_refusals_change_nothing_about_the_form(int status)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("POST", null, Faults.Status(status)));
        using var client = Clients.Of(server);
        Assert.Equal(status, (await client.StartAsync()).Error!.Status);
        Assert.Equal("/v1/chats/start", Assert.Single(server.Posts()).Path);
    }

    [Theory]
    [InlineData(StartDialectKind.Create, "POST /v1/chats")]
    [InlineData(StartDialectKind.Mode, "POST /v1/chats mode=start")]
    [InlineData(StartDialectKind.Start, "POST /v1/chats/start")]
    public async Task A_form_that_was_named_is_used_whatever_the_app_says(StartDialectKind named, string endpoint)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start);
        using var client = Clients.Of(server, new DesktopClientOptions { Dialect = named });
        Assert.Equal((named, endpoint), ((await client.GetAppAsync(Ending)).Dialect, await client.StartEndpointAsync(Ending)));
    }

    [Fact]
    public async Task A_named_form_does_not_give_way()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Mode);
        using var client = Clients.Of(server, new DesktopClientOptions { Dialect = StartDialectKind.Start });
        Assert.Equal((StartResultKind.Rejected, 405), ((await client.StartAsync()) is var result ? (result.Kind, result.Error!.Status) : default));
        Assert.Single(server.Posts());
    }

    [Theory]
    [InlineData("OTHER/v1/spec")]
    [InlineData("//OTHER-AUTHORITY/v1/spec")]
    [InlineData("/OTHER/v1/spec")]
    public async Task The_address_of_the_document_leads_nowhere_else(string spec)
    {
        await using var other = await Some.ServerAsync();
        var address = spec.Replace("OTHER-AUTHORITY", other.BaseUrl.Authority, StringComparison.Ordinal).Replace("OTHER", other.BaseUrl.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/info", Faults.Json("""{"app":{"version":"4.3.73"},"endpoints":{"spec":"SPEC"}}""".Replace("SPEC", address, StringComparison.Ordinal))));
        using var client = Clients.Of(server);
        await client.GetAppAsync(Ending);
        Assert.Empty(other.Journal.Entries);
    }
}
