using System.Text.Json;
using System.Text.Json.Nodes;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sdk;

/// <summary>Calls a sandbox through one version of the official client.</summary>
internal sealed class SdkCaller(InstalledSdks sdks, string version, SandboxServer server)
{
    public string? Token { get; init; }

    public int MaxRetries { get; init; }

    /// <summary>Milliseconds per attempt.</summary>
    public int Timeout { get; init; } = 30_000;

    /// <summary>The end of one call: <c>data</c>, <c>status</c> and <c>version</c>, or <c>error</c>, <c>status</c>, <c>body</c> and <c>message</c>.</summary>
    public Task<JsonNode> CallAsync(string path, params object?[] args) => CallAsync(new { options = Options, path, args });

    /// <summary>All items over all pages.</summary>
    public async Task<JsonArray> CollectAsync(string path, params object?[] args)
    {
        var end = await CallAsync(new { options = Options, path, args, collect = true });
        return end["data"]?.AsArray() ?? throw new InvalidOperationException(end.ToJsonString());
    }

    /// <summary>What a whole session comes to.</summary>
    public async Task<JsonNode> SessionAsync(string phoneNumber) =>
        JsonNode.Parse(await sdks.RunAsync(version, "session.mjs", JsonSerializer.Serialize(new { options = Options, phoneNumber })))!;

    private object Options => new { baseURL = server.BaseUrl.GetLeftPart(UriPartial.Authority), accessToken = Token ?? server.Token, maxRetries = MaxRetries, timeout = Timeout };

    private async Task<JsonNode> CallAsync(object call) => JsonNode.Parse(await sdks.CallAsync(version, JsonSerializer.Serialize(call)))!;
}
