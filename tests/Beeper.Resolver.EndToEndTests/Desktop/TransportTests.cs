using System.Net;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Desktop;

/// <summary>Where requests go, and where they never do.</summary>
public sealed class TransportTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var other = await Some.ServerAsync();
        await using var server = await Faults.ServerAsync(SandboxDialect.Start,
            Faults.On("GET", "/v1/accounts", Faults.Status(status, "Location", $"{other.BaseUrl}v1/accounts")),
            Faults.On("POST", null, Faults.Status(status, "Location", $"{other.BaseUrl}v1/chats/start")));
        using var client = Clients.Of(server);
        Assert.Equal(status, (await Assert.ThrowsAsync<DesktopApiException>(() => client.GetAccountsAsync(Ending))).Status);
        Assert.Equal((StartResultKind.Redirected, status), ((await client.StartAsync()) is var result ? (result.Kind, result.Error!.Status) : default));
        Assert.Empty(other.Journal.Entries);
    }

    [Fact]
    public async Task A_proxy_is_not_asked_for_this_machine()
    {
        await using var proxy = await Some.ServerAsync();
        await using var server = await Some.ServerAsync();
        var before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new EverywhereProxy(proxy.BaseUrl);
            using var client = Clients.Of(server);
            Assert.NotEmpty(await client.GetAccountsAsync(Ending));
            Assert.Equal(StartResultKind.Started, (await client.StartAsync()).Kind);
            Assert.Empty(proxy.Journal.Entries);
            // A client without our rules does ask it, so the proxy was in force.
            using var plain = new HttpClient();
            using var answer = await plain.GetAsync(server.BaseUrl, Ending);
            Assert.NotEmpty(proxy.Journal.Entries);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Theory]
    [InlineData("http://192.0.2.7:23373", false, false)]
    [InlineData("http://localhost.example.com:23373", false, false)]
    [InlineData("http://127.0.0.1.example.com", false, false)]
    [InlineData("ftp://127.0.0.1", false, false)]
    [InlineData("/v1", false, false)]
    [InlineData("http://192.0.2.7:23373", true, true)]
    [InlineData("https://beeper.example.com", false, true)]
    [InlineData("http://localhost:1", false, true)]
    [InlineData("http://127.8.9.1:1", false, true)]
    [InlineData("http://[::1]:1", false, true)]
    public void Plain_http_is_for_this_machine_unless_allowed(string url, bool allowed, bool isFine)
    {
        var options = new DesktopClientOptions { BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute), Token = "a-token-of-mine", AllowHttp = allowed };
        var error = Record.Exception(() => new DesktopClient(options).Dispose());
        Assert.Equal(isFine, error is null);
        Assert.True(isFine || error is ArgumentException);
    }

    [Fact]
    public async Task The_token_stays_out_of_every_text()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/v1/accounts", Faults.Status(401)));
        var options = new DesktopClientOptions { BaseUrl = server.BaseUrl, Token = "a-token-of-mine" };
        using var client = new DesktopClient(options);
        var error = await Assert.ThrowsAsync<DesktopApiException>(() => client.GetAccountsAsync(Ending));
        Assert.True(error.IsAuthorization);
        Assert.DoesNotContain("a-token-of-mine", error + options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_and_one_without_the_write_scope_are_told_apart()
    {
        await using var server = await Some.ServerAsync();
        using var wrong = Clients.Of(server, new DesktopClientOptions { Token = "wrong", Dialect = StartDialectKind.Start });
        using var reading = Clients.Of(server, new DesktopClientOptions { Token = server.ReadOnlyToken });
        Assert.Equal((StartResultKind.Unauthorized, StartResultKind.Forbidden), ((await wrong.StartAsync()).Kind, (await reading.StartAsync()).Kind));
    }

    [Fact]
    public async Task A_run_that_only_reads_sends_nothing_else()
    {
        await using var server = await Some.ServerAsync();
        using var client = Clients.Of(server, new DesktopClientOptions { ReadOnly = true });
        await Assert.ThrowsAsync<InvalidOperationException>(client.StartAsync);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.CreateAsync(new CreateRequest(Some.WhatsApp, "single", [Some.Tomas.Id]), Ending));
        Assert.Empty(server.Posts());
    }

    [Fact]
    public async Task A_closed_port_is_unreachable()
    {
        var server = await Some.ServerAsync();
        await server.DisposeAsync();
        using var client = Clients.Of(server);
        await Assert.ThrowsAsync<DesktopUnreachableException>(() => client.GetAccountsAsync(Ending));
    }

    [Fact]
    public async Task A_base_url_may_have_a_path_of_its_own()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Start, Faults.On("GET", "/beeper/v1/accounts", Faults.Json("[]")));
        using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = new Uri(server.BaseUrl, "beeper"), Token = server.Token });
        Assert.Empty(await client.GetAccountsAsync(Ending));
    }

    private sealed class EverywhereProxy(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
