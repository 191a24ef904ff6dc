using System.Text.Json;
using Beeper.Resolver.Desktop.Wire;

namespace Beeper.Resolver.Desktop;

/// <summary>
/// Sends one request that may have an effect, exactly once, and says what is known of its effect. Classified by HTTP status, since the API's
/// codes are not published: only what surely did nothing is called so, the rest is unknown.
/// </summary>
internal sealed class StartSender(DesktopTransport transport, DesktopClientOptions options, TimeProvider time)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Sends a body and classifies the answer.</summary>
    /// <param name="path">Path below the base URL.</param>
    /// <param name="body">The JSON body.</param>
    /// <param name="accountId">The account asked for; an answer about another one is not believed.</param>
    /// <param name="type">The type of chat asked for; neither is an answer with another, nor one with a chat that only groups others.</param>
    /// <param name="cancellationToken">Gives the request up; the outcome is then unknown.</param>
    public async Task<StartResult> SendAsync(string path, byte[] body, string accountId, string type, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.StartTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var answer = await transport.PostAsync(path, body, either.Token);
            return answer.IsSuccessStatusCode ? Decode(await answer.Content.ReadAsByteArrayAsync(CancellationToken.None), accountId, type) : await RefusedAsync(answer);
        }
        catch (OperationCanceledException)
        {
            return Unknown(timeout.IsCancellationRequested ? "timeout" : "cancelled", "The request was sent and not answered in time.");
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new StartResult(StartResultKind.NotSent) { Error = new ResolutionError("connection", $"Beeper Desktop does not answer at {transport.BaseUrl}. Nothing was sent.") };
        }
        catch (HttpRequestException)
        {
            return Unknown("connection_lost", "The connection broke after the request was sent.");
        }
    }

    private static StartResult Decode(byte[] body, string accountId, string type)
    {
        WireChat? chat;
        ReadOnlySpan<byte> text = body;
        try
        {
            chat = JsonSerializer.Deserialize(text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text, WireJson.Default.WireChat);
        }
        catch (JsonException)
        {
            return Unknown("protocol", "The answer cannot be read.");
        }
        if (chat?.AnyId() is not { } id)
            return Unknown("protocol", "The answer names no chat.");
        if (!string.IsNullOrEmpty(chat.AccountId) && chat.AccountId != accountId)
            return Unknown("protocol", "The answer is about another account.");
        if (chat.IsMerged || (chat.Type is { } given && given != type))
            return Unknown("protocol", "The answer is about another kind of chat.");
        return new StartResult(StartResultKind.Started)
        {
            ChatId = id,
            Status = chat.Status switch { "existing" => ChatStatus.Existing, "created" => ChatStatus.Created, _ => null },
            Participants = [.. chat.Users()],
        };
    }

    private async Task<StartResult> RefusedAsync(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var envelope = await AnswerErrors.ReadEnvelopeAsync(answer, CancellationToken.None);
        if (status == 404 && envelope?.SaysRouteIsMissing == true)
            envelope = null;
        var kind = status switch
        {
            >= 300 and < 400 => StartResultKind.Redirected,
            401 => StartResultKind.Unauthorized,
            403 => StartResultKind.Forbidden,
            404 when envelope is null => StartResultKind.Rejected,
            404 when (envelope.Message ?? envelope.Error)?.Contains("account", StringComparison.OrdinalIgnoreCase) == true => StartResultKind.AccountMissing,
            404 => StartResultKind.NotFound,
            409 => StartResultKind.Conflict,
            429 => StartResultKind.Throttled,
            408 or >= 500 => StartResultKind.Unknown,
            _ => StartResultKind.Rejected,
        };
        return new StartResult(kind)
        {
            Error = NeedsMessage(kind, envelope)
                ? new ResolutionError(StartResult.NeedsMessageCode, "The network starts this chat only with a first message.", status)
                : new ResolutionError(envelope?.Code ?? "http_error", Advice(kind), status),
            RetryAfter = RetryAfter.Read(answer.Headers, time.GetUtcNow()),
            HasEnvelope = envelope is not null,
            Names = Named(envelope),
        };
    }

    private static bool NeedsMessage(StartResultKind kind, WireError? envelope) =>
        kind == StartResultKind.Rejected && Named(envelope).Contains("messageText", StringComparison.Ordinal);

    private static string Advice(StartResultKind kind) => kind switch
    {
        StartResultKind.NotFound => "The network does not know the identifier.",
        StartResultKind.AccountMissing => "The account is not connected to Beeper any more.",
        StartResultKind.Conflict => "The account is not ready. Reconnect it in Beeper.",
        StartResultKind.Throttled => "The network asks for patience.",
        StartResultKind.Redirected => "The address redirects elsewhere, which is not followed. Check --base-url.",
        StartResultKind.Unauthorized => "The token is missing or wrong.",
        StartResultKind.Forbidden => "The token may not start chats.",
        StartResultKind.Unknown => "The app or the network failed after the request was sent.",
        _ => "The request was refused.",
    };

    // Which members a validation error complains about, whatever the shape of its details.
    private static string Named(WireError? envelope) => $"{envelope?.Message} {envelope?.Details?.GetRawText()}";

    private static StartResult Unknown(string code, string message) =>
        new(StartResultKind.Unknown) { Error = new ResolutionError(code, $"{message} Nothing is repeated by itself; settle it with: beeper-resolver reconcile") };
}
