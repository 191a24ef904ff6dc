using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>Calls a sandbox as a program of no particular make does; paths are sent as they are written.</summary>
public sealed class ApiCaller(SandboxServer server, string? token = null) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Posts a text as it is, anything else as JSON.</summary>
    public Task<Answer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body as string ?? JsonSerializer.Serialize(body));

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.BaseUrl.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? server.Token);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), headers);
    }

    public void Dispose() => _http.Dispose();
}
