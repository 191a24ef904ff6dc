using System.Globalization;
using System.Text.Json;
using Beeper.Resolver.Desktop.Wire;

namespace Beeper.Resolver.Desktop;

/// <summary>
/// Finds out which form of start an app speaks, cheapest first: the app's own document, then its version, then a probe with a body that
/// cannot have an effect. App versions are compared part by part, ignoring what follows a dash or plus.
/// </summary>
internal sealed class DialectDetection(DesktopTransport transport, DesktopReader reader, DesktopClientOptions options)
{
    private static readonly Version ModeSince = new(4, 2, 557);
    private static readonly Version StartSince = new(4, 2, 808);

    /// <summary>The app's version as its info or any answer's header tells, and the form it speaks.</summary>
    public async Task<(StartDialectKind Kind, string? Version)> DetectAsync(CancellationToken cancellationToken)
    {
        var info = await reader.ReadAsync("v1/info", WireJson.Default.WireInfo, orNotFound: true, cancellationToken);
        var version = info?.App?.Version ?? await HeaderVersionAsync(cancellationToken);
        if (options.Dialect != StartDialectKind.Auto)
            return (options.Dialect, version);
        if (info is not null && await FromSpecAsync(info.Endpoints?.Spec, cancellationToken) is { } told)
            return (told, version);
        if (Parse(version) is { } parsed)
            return (parsed >= StartSince ? StartDialectKind.Start : parsed >= ModeSince ? StartDialectKind.Mode : StartDialectKind.Create, version);
        if (info is null)
            return (StartDialectKind.Create, version);
        return (options.ReadOnly ? StartDialectKind.Start : await ProbeAsync(cancellationToken), version);
    }

    internal static Version? Parse(string? version)
    {
        var parts = version?.Split('-', '+')[0].Split('.');
        if (parts is not { Length: >= 2 })
            return null;
        var numbers = new int[3];
        for (var index = 0; index < Math.Min(3, parts.Length); index++)
        {
            if (!int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
                return null;
        }
        return new Version(numbers[0], numbers[1], numbers[2]);
    }

    private async Task<string?> HeaderVersionAsync(CancellationToken cancellationToken)
    {
        using var answer = await reader.SendAsync("v1/accounts", cancellationToken);
        return answer.Headers.TryGetValues("X-Beeper-Desktop-Version", out var values) ? values.FirstOrDefault() : null;
    }

    private async Task<StartDialectKind?> FromSpecAsync(string? spec, CancellationToken cancellationToken)
    {
        // An address the server sends is used for its path only, which must not be taken for an address in turn: nothing is sent elsewhere.
        if (string.IsNullOrEmpty(spec) || !Uri.TryCreate(transport.BaseUrl, spec, out var url))
            return null;
        using var answer = await reader.SendAsync($"./{url.PathAndQuery.TrimStart('/')}", cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return null;
        try
        {
            var document = JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), WireJson.Default.JsonElement);
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("paths", out var paths) || paths.ValueKind != JsonValueKind.Object)
                return null;
            if (paths.TryGetProperty("/v1/chats/start", out _))
                return StartDialectKind.Start;
            if (!paths.TryGetProperty("/v1/chats", out var chats) || chats.ValueKind != JsonValueKind.Object || !chats.TryGetProperty("post", out var post))
                return null;
            return post.GetRawText().Contains("\"mode\"", StringComparison.Ordinal) ? StartDialectKind.Mode : StartDialectKind.Create;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<StartDialectKind> ProbeAsync(CancellationToken cancellationToken)
    {
        using var start = await transport.PostAsync("v1/chats/start", "{}"u8.ToArray(), cancellationToken);
        if ((int)start.StatusCode is 400 or 422)
            return StartDialectKind.Start;
        if ((int)start.StatusCode is not (404 or 405))
            throw await AnswerErrors.ToExceptionAsync(start, "v1/chats/start", cancellationToken);
        using var mode = await transport.PostAsync("v1/chats", "{\"mode\":\"start\"}"u8.ToArray(), cancellationToken);
        if ((int)mode.StatusCode is not (400 or 422))
            throw await AnswerErrors.ToExceptionAsync(mode, "v1/chats", cancellationToken);
        var envelope = await AnswerErrors.ReadEnvelopeAsync(mode, cancellationToken);
        return $"{envelope?.Message} {envelope?.Details?.GetRawText()}".Contains("user", StringComparison.Ordinal) ? StartDialectKind.Mode : StartDialectKind.Create;
    }
}
