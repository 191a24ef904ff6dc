using System.Net.Http.Headers;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

/// <summary>Who may ask what, as a table: host × origin × token × method. The expectation is derived from three plain rules.</summary>
public sealed class GateTests
{
    private static readonly string[] Hosts = ["own", "localhost", "LOCALHOST", "name", "rebound", "other-port", "no-port"];
    private static readonly string[] Origins = ["none", "own", "foreign", "null", "cross-site"];
    private static readonly string[] Tokens = ["both", "read", "wrong", "empty", "absent", "basic"];
    private static readonly string[] Calls = ["GET /v1/accounts", "POST /v1/chats/start", "GET /v1/info", "GET /_sandbox/journal"];

    public static TheoryData<string, string, string, string> Table()
    {
        var table = new TheoryData<string, string, string, string>();
        foreach (var host in Hosts)
        {
            foreach (var token in Tokens)
            {
                foreach (var call in Calls)
                    table.Add(host, "none", token, call);
            }
        }
        foreach (var origin in Origins)
        {
            foreach (var token in Tokens)
            {
                foreach (var call in Calls)
                    table.Add("own", origin, token, call);
            }
        }
        return table;
    }

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public async Task A_request_is_judged_by_host_then_origin_then_token_then_scope(string host, string origin, string token, string call)
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var (method, path) = (new HttpMethod(call.Split(' ')[0]), call.Split(' ')[1]);
        var answer = await caller.SendAsync(method, path, method == HttpMethod.Post ? "{}" : null, request =>
        {
            request.Headers.Host = HostHeader(host, server);
            AddOrigin(request, origin, server);
            request.Headers.Authorization = Authorization(token, server);
        });
        Assert.Equal(Expected(host, origin, token, call), answer.Status);
        if (answer.Status >= 400)
            Assert.NotNull(answer.Code);
    }

    [Fact]
    public void The_table_has_every_pair_and_more_than_sixty_cases() => Assert.True(Table().Count >= 60, $"only {Table().Count} cases");

    [Fact]
    public async Task A_refused_write_changes_nothing()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server, server.ReadOnlyToken);
        var answer = await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { phoneNumber = Some.Tomas.PhoneNumber } });
        Assert.Equal((403, "FORBIDDEN"), (answer.Status, answer.Code));
        Assert.Equal(0, server.Counters.Created);
    }

    [Fact]
    public async Task A_request_without_a_host_is_refused()
    {
        await using var server = await Some.ServerAsync();
        Assert.StartsWith("HTTP/1.1 421", await RawRequest.SendAsync(server.BaseUrl, $"GET /v1/info HTTP/1.0\r\nAuthorization: Bearer {server.Token}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "127.0.0.1")]
    [InlineData(true, "[::1]")]
    public async Task The_server_listens_on_one_loopback_address(bool onIPv6, string host)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { OnIPv6 = onIPv6 });
        using var caller = new ApiCaller(server);
        Assert.Equal(host, server.BaseUrl.Host);
        Assert.Equal(200, (await caller.GetAsync("/v1/accounts")).Status);
    }

    [Fact]
    public async Task An_empty_token_is_no_option() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Some.ServerAsync(new SandboxOptions { Token = "" }));

    [Fact]
    public async Task A_token_of_ones_own_is_taken()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Token = "a-token-of-mine" });
        using var caller = new ApiCaller(server, "a-token-of-mine");
        Assert.Equal(200, (await caller.GetAsync("/v1/accounts")).Status);
    }

    private static string HostHeader(string host, SandboxServer server) => host switch
    {
        "own" => server.BaseUrl.Authority,
        "localhost" => $"localhost:{server.BaseUrl.Port}",
        "LOCALHOST" => $"LOCALHOST:{server.BaseUrl.Port}",
        "name" => $"beeper.example.com:{server.BaseUrl.Port}",
        "rebound" => $"127.0.0.1.example.com:{server.BaseUrl.Port}",
        "other-port" => "127.0.0.1:1",
        _ => "127.0.0.1",
    };

    private static void AddOrigin(HttpRequestMessage request, string origin, SandboxServer server)
    {
        if (origin == "cross-site")
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
        else if (origin != "none")
            request.Headers.Add("Origin", origin switch { "own" => server.BaseUrl.GetLeftPart(UriPartial.Authority), "foreign" => "https://example.com", _ => "null" });
    }

    private static AuthenticationHeaderValue? Authorization(string token, SandboxServer server) => token switch
    {
        "both" => new AuthenticationHeaderValue("Bearer", server.Token),
        "read" => new AuthenticationHeaderValue("bearer", server.ReadOnlyToken),
        "wrong" => new AuthenticationHeaderValue("Bearer", server.Token[..^1]),
        "empty" => new AuthenticationHeaderValue("Bearer"),
        "basic" => new AuthenticationHeaderValue("Basic", server.Token),
        _ => null,
    };

    private static int Expected(string host, string origin, string token, string call)
    {
        if (host is "name" or "rebound" or "other-port" or "no-port")
            return 421;
        if (origin is "foreign" or "null" or "cross-site")
            return 403;
        if (call == "GET /v1/info")
            return 200;
        if (token is not ("both" or "read"))
            return 401;
        if (call.StartsWith("GET", StringComparison.Ordinal))
            return 200;
        return token == "read" ? 403 : 422;
    }
}
