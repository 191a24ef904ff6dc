using System.Text.Json;
using Beeper.Resolver.Desktop.Wire;

namespace Beeper.Resolver.Desktop;

/// <summary>Errors of answers in words. Paths are shown without their query, which may hold a person's number.</summary>
internal static class AnswerErrors
{
    private const int LongestMessage = 200;

    /// <summary>The envelope of an answer, or null when its body is none.</summary>
    public static async Task<WireError?> ReadEnvelopeAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var error = JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), WireJson.Default.WireError);
            return error is { IsEnvelope: true } ? error : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static async Task<DesktopApiException> ToExceptionAsync(HttpResponseMessage answer, string path, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        var envelope = await ReadEnvelopeAsync(answer, cancellationToken);
        var advice = status switch
        {
            401 => "The token is missing or wrong. Make one in Beeper under Settings > Integrations and pass it with --token-file or BEEPER_ACCESS_TOKEN.",
            403 => "The token may not do this. Make one with the write scope in Beeper under Settings > Integrations.",
            404 => "The app does not know this. Check the account, or update Beeper.",
            429 => "The app asks for patience. Run the same command again later.",
            >= 300 and < 400 => "The address redirects elsewhere, which is not followed. Check --base-url.",
            >= 500 => "The app or the network behind it failed. Run the same command again later.",
            _ => "The app refused the request.",
        };
        return new DesktopApiException(status, envelope?.Code ?? "http_error", $"{Shown(path)} was answered with {status}. {advice}");
    }

    public static DesktopApiException Unreadable(string path) =>
        new(0, "protocol", $"The answer to {Shown(path)} is not what Beeper's API sends. Check that --base-url leads to Beeper.");

    /// <summary>Shortens a server's own words for an error message; they may be shown to the user, never logged.</summary>
    public static string Shortened(string? message) => message is null ? "" : message.Length > LongestMessage ? message[..LongestMessage] : message;

    private static string Shown(string path) => $"GET /{path.Split('?')[0]}";
}
