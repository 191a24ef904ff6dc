using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>What the HTTP client of .NET does by itself, pinned so that an update of the SDK is noticed (rows F16, F18, F20, F26, F28 and F29).</summary>
public sealed class SocketFaultTests
{
    private static readonly UserPayload Harriet = new() { PhoneNumber = "+12125550142", FullName = "Harriet Quill" };

    [Fact]
    public async Task F20_a_kept_connection_that_the_server_closed_sees_one_start()
    {
        await using var server = new RawServer(static (number, request) =>
            request.StartsWith("POST", StringComparison.Ordinal) ? new RawServer.Reply("", Close: true) : new RawServer.Reply(RawServer.Json(Info)));
        using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = server.BaseUrl, Token = "token", Dialect = StartDialectKind.Start });
        await client.GetAppAsync(TestContext.Current.CancellationToken);
        var result = await client.StartAsync(new StartRequest(Some.WhatsApp, Harriet), TestContext.Current.CancellationToken);
        Assert.Equal(StartResultKind.Unknown, result.Kind);
        Assert.Equal(1, server.Posts);
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"chatID\":", false, true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"chatID\":", true, false)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", true, false)]
    public async Task F18_a_connection_that_breaks_after_the_request_is_unknown_and_sees_one_start(string text, bool close, bool reset)
    {
        await using var server = new RawServer((_, request) =>
            request.StartsWith("POST", StringComparison.Ordinal) ? new RawServer.Reply(text, close, reset) : new RawServer.Reply(RawServer.Json(Info)));
        using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = server.BaseUrl, Token = "token", Dialect = StartDialectKind.Start });
        var result = await client.StartAsync(new StartRequest(Some.WhatsApp, Harriet), TestContext.Current.CancellationToken);
        Assert.Equal(StartResultKind.Unknown, result.Kind);
        Assert.Equal(1, server.Posts);
    }

    public static TheoryData<string, string, byte[], bool> Encodings => new()
    {
        { "application/json; charset=utf-8", "", Answer, true },
        { "application/json; charset=utf-16", "", Answer, true },
        { "application/json; charset=no-such-thing", "", Answer, true },
        { "text/html; charset=\"", "", Answer, true },
        { "", "", Answer, true },
        { "application/json; charset=utf-16", "", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Answer)), false },
        { "application/json; charset=iso-8859-1", "", Encoding.Latin1.GetBytes("""{"chatID":"!x:sandbox.local","title":"Zoë"}"""), true },
        { "application/json", "gzip", Gzip(Answer), false },
        { "application/json", "gzip", Answer, true },
        { "application/json", "br", Gzip(Answer), false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task F26_an_answer_in_an_encoding_nobody_asked_for_is_understood_or_unknown(string type, string encoding, byte[] body, bool isUnderstood)
    {
        var headers = $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n{(type.Length > 0 ? $"Content-Type: {type}\r\n" : "")}{(encoding.Length > 0 ? $"Content-Encoding: {encoding}\r\n" : "")}\r\n";
        await using var server = new RawServer((_, request) => request.StartsWith("POST", StringComparison.Ordinal) ? new RawServer.Reply(headers) { Body = body } : new RawServer.Reply(RawServer.Json(Info)));
        using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = server.BaseUrl, Token = "token", Dialect = StartDialectKind.Start, MaxReadAttempts = 1 });
        var result = await client.StartAsync(new StartRequest(Some.WhatsApp, Harriet), TestContext.Current.CancellationToken);
        Assert.Equal(isUnderstood ? StartResultKind.Started : StartResultKind.Unknown, result.Kind);
        Assert.Equal(isUnderstood ? "!x:sandbox.local" : null, result.ChatId);
        Assert.Equal(1, server.Posts);
        Assert.DoesNotContain(server.Requests, static request => request.Contains("Accept-Encoding", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task F16_a_connection_that_cannot_be_made_sends_nothing()
    {
        Uri gone;
        await using (var server = new RawServer(static (_, _) => new RawServer.Reply(RawServer.Json(Info))))
        {
            gone = server.BaseUrl;
            using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = gone, Token = "token", Dialect = StartDialectKind.Start });
            await client.GetAppAsync(TestContext.Current.CancellationToken);
        }
        using var late = new DesktopClient(new DesktopClientOptions { BaseUrl = gone, Token = "token", Dialect = StartDialectKind.Create });
        var result = await late.CreateAsync(new CreateRequest(Some.WhatsApp, "single", ["@a:b"]), TestContext.Current.CancellationToken);
        Assert.Equal(StartResultKind.NotSent, result.Kind);
    }

    [Fact]
    public async Task F28_a_proxy_of_the_environment_sees_nothing()
    {
        await using var proxy = new RawServer(static (_, _) => new RawServer.Reply(RawServer.Json("{}")));
        await using var server = await Some.ServerAsync();
        var run = await ToolProcess.RunAsync(
            ["accounts", "--base-url", server.BaseUrl.ToString(), "--json"],
            ("BEEPER_ACCESS_TOKEN", server.Token), ("HTTP_PROXY", proxy.BaseUrl.ToString()), ("http_proxy", proxy.BaseUrl.ToString()), ("ALL_PROXY", proxy.BaseUrl.ToString()), ("NO_PROXY", ""));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(proxy.Requests);
        Assert.NotEmpty(server.Journal.Entries);
    }

    [Theory]
    [InlineData("http://beeper.example.com:23373")]
    [InlineData("http://192.0.2.7")]
    [InlineData("ftp://127.0.0.1")]
    public void F29_a_token_is_not_sent_in_clear_text_to_another_machine(string url) =>
        Assert.Throws<ArgumentException>(() => new DesktopClient(new DesktopClientOptions { BaseUrl = new Uri(url), Token = "token" }));

    [Fact]
    public async Task F29_a_certificate_nobody_vouches_for_is_refused_and_nothing_is_sent()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReadOverTlsAsync(listener, certificate);
        using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), Token = "secret-token", Dialect = StartDialectKind.Create, MaxReadAttempts = 1 });
        var result = await client.CreateAsync(new CreateRequest(Some.WhatsApp, "single", ["@a:b"]), TestContext.Current.CancellationToken);
        Assert.Equal(StartResultKind.NotSent, result.Kind);
        Assert.Equal("", await received);
    }

    [Fact]
    public async Task An_odd_chat_ID_stays_one_segment_of_the_path()
    {
        await using var server = new RawServer(static (_, _) => new RawServer.Reply(RawServer.Json("""{"items":[],"hasMore":false}""")));
        using var client = new DesktopClient(new DesktopClientOptions { BaseUrl = server.BaseUrl, Token = "token", Dialect = StartDialectKind.Start });
        await client.ReadHistoryAsync("../../x?y#z", static _ => false, TestContext.Current.CancellationToken);
        Assert.StartsWith("GET /v1/chats/..%2F..%2Fx%3Fy%23z/messages ", server.Requests[^1], StringComparison.Ordinal);
    }

    // What a client says once the connection is encrypted; a client that refuses the certificate says nothing.
    private static async Task<string> ReadOverTlsAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var tls = new SslStream(connection.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
            var bytes = new byte[4096];
            return Encoding.Latin1.GetString(bytes, 0, await tls.ReadAsync(bytes, TestContext.Current.CancellationToken));
        }
        catch (Exception error) when (error is IOException or AuthenticationException)
        {
            return "";
        }
    }

    private static byte[] Answer => """{"chatID":"!x:sandbox.local","status":"created"}"""u8.ToArray();

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    private const string Info = """{"app":{"version":"4.3.73"}}""";
}
