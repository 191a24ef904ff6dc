using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Beeper.Resolver.Sandbox.Endpoints;

/// <summary>Reading bodies and route values, writing JSON.</summary>
internal static class HttpAnswers
{
    public static async Task WriteAsync(this HttpContext context, JsonNode body, int status = 200)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The body as an object; unknown members are ignored by those who read it.</summary>
    /// <exception cref="ApiError">400 for anything else.</exception>
    public static async Task<JsonObject> ReadObjectAsync(this HttpContext context)
    {
        try
        {
            var node = await JsonNode.ParseAsync(context.Request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false }, cancellationToken: context.RequestAborted);
            return node as JsonObject ?? throw ApiError.BadRequest("The body is not a JSON object");
        }
        catch (JsonException)
        {
            throw ApiError.BadRequest("The body is not JSON");
        }
    }

    /// <summary>A text member, or null when it is absent or null.</summary>
    /// <exception cref="ApiError">A validation error for a member of another type.</exception>
    public static string? Text(this JsonObject body, string name, int status, params object[] parent) => body[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String && IsText(value, out var text) => text,
        _ => throw ApiError.Validation(status, ("invalid_type", $"{name} is not a string", ["body", .. parent, name])),
    };

    // A string of half a surrogate pair is JSON, but no text.
    private static bool IsText(JsonValue value, out string? text)
    {
        try
        {
            text = value.GetValue<string>();
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>A route value; the framework leaves an escaped slash escaped, so it is undone here.</summary>
    public static string RouteText(this HttpContext context, string name) =>
        Unescaped((string)context.Request.RouteValues[name]!);

    /// <summary>A segment of a path with its escaped slashes undone.</summary>
    public static string Unescaped(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
