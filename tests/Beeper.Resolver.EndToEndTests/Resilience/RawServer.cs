using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>A server of bare sockets: counts connections and requests, and answers as it is told, down to a reset in the middle.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Func<int, string, Reply> _answer;
    private readonly Lock _gate = new();
    private readonly List<string> _requests = [];
    private readonly Task _work;

    /// <param name="answer">The reply to the n-th request, from 1, given its text.</param>
    public RawServer(Func<int, string, Reply> answer)
    {
        _answer = answer;
        _listener.Start();
        _work = AcceptAsync();
    }

    /// <summary>What follows a request: bytes, and whether the connection stays, is closed or is reset.</summary>
    internal sealed record Reply(string Text, bool Close = false, bool Reset = false)
    {
        /// <summary>Bytes that follow the text.</summary>
        public byte[] Body { get; init; } = [];
    }

    public Uri BaseUrl => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public int Posts => Requests.Count(static request => request.StartsWith("POST", StringComparison.Ordinal));

    public static string Json(string body, string status = "200 OK", string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _work.ContinueWith(static _ => { }, TaskScheduler.Default);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_ending.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                int number;
                lock (_gate)
                {
                    _requests.Add(request);
                    number = _requests.Count;
                }
                var reply = _answer(number, request);
                await stream.WriteAsync((byte[])[.. Encoding.UTF8.GetBytes(reply.Text), .. reply.Body], _ending.Token);
                if (reply.Reset)
                    client.LingerState = new LingerOption(enable: true, seconds: 0);
                if (reply.Close || reply.Reset)
                    return;
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            return;
        }
    }

    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var chunk = new byte[16384];
        while (true)
        {
            var read = await stream.ReadAsync(chunk, _ending.Token);
            if (read == 0)
                return null;
            text.Append(Encoding.Latin1.GetString(chunk, 0, read));
            var whole = text.ToString();
            var end = whole.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                continue;
            var length = whole.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } header
                ? int.Parse(header.AsSpan("Content-Length:".Length), System.Globalization.CultureInfo.InvariantCulture) : 0;
            if (whole.Length >= end + 4 + length)
                return whole;
        }
    }
}
