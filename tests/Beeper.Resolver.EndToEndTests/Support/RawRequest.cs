using System.Net.Sockets;
using System.Text;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>Bytes to a server and what comes back until it closes the connection, for what no HTTP client would send.</summary>
public static class RawRequest
{
    public static async Task<string> SendAsync(Uri url, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host.Trim('[', ']'), url.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // A reset connection ends the answer too.
        }
        return Encoding.ASCII.GetString(answer.ToArray());
    }
}
