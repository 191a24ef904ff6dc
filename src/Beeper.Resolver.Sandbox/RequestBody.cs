using System.Text.Json;
using Beeper.Resolver.Sandbox.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Beeper.Resolver.Sandbox;

/// <summary>Reads a request's body once and leaves it readable; finds the account a request names.</summary>
internal static class RequestBody
{
    private const int Largest = 1 << 20;

    /// <exception cref="BadHttpRequestException">413 for a body beyond 1 MB.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > Largest)
                throw new BadHttpRequestException("The body is larger than 1 MB.", StatusCodes.Status413PayloadTooLarge);
        }
        var body = buffer.ToArray();
        context.Request.Body = new MemoryStream(body);
        return body;
    }

    /// <summary>The account in the path or query, or null.</summary>
    public static string? Account(HttpRequest request) => (request.Path.Value ?? "").Split('/') is ["", "v1", "accounts", var id, ..]
        ? HttpAnswers.Unescaped(id)
        : request.Query["accountIDs"].FirstOrDefault() is { Length: > 0 } queried ? queried : null;

    /// <summary>The account in a body, or null.</summary>
    public static string? Account(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "null"u8.ToArray() : body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("accountID", out var account) && account.ValueKind == JsonValueKind.String
                ? account.GetString()
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
