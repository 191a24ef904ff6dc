using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;

namespace Beeper.Resolver.Desktop;

/// <summary>
/// The HTTP rules of every request: no redirect followed (it would carry the person to another host), no proxy for this machine, no cookies,
/// bounded answers, the token only to the configured origin, and a body on every POST, without which .NET re-sends it on its own.
/// </summary>
internal sealed class DesktopTransport : IDisposable
{
    private const int LargestAnswer = 8 << 20;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http;
    private readonly string? _token;

    public DesktopTransport(DesktopClientOptions options, Uri baseUrl)
    {
        BaseUrl = new Uri(baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        _token = options.Token;
        HttpMessageHandler handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = !DesktopClientOptions.IsLoopback(baseUrl),
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            MaxConnectionsPerServer = 16,
        };
        if (options.ReadOnly)
            handler = new ReadOnlyGuard(handler);
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Beeper.Resolver", typeof(DesktopTransport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]));
    }

    /// <summary>The API's address, ending in a slash.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Requests that read.</summary>
    public int Reads => _reads;

    /// <summary>Requests that may have an effect.</summary>
    public int Writes => _writes;

    private int _reads;
    private int _writes;

    /// <summary>Sends a GET.</summary>
    /// <param name="path">Path and query below the base URL, every segment escaped.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return SendAsync(HttpMethod.Get, path, null, cancellationToken);
    }

    /// <summary>Sends a POST with a JSON body, once.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(HttpMethod.Post, path, content, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        var url = new Uri(BaseUrl, path);
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (_token is not null && IsOwnOrigin(url))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }

    private bool IsOwnOrigin(Uri url) => url.Scheme == BaseUrl.Scheme && url.Host == BaseUrl.Host && url.Port == BaseUrl.Port;

    // A connection that cannot be made in time fails as a refused one: nothing was sent, which a cancelled request would not say.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(ConnectTimeout);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, timeout.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
