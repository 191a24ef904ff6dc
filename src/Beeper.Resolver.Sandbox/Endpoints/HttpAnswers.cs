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
            var node = await JsonNode.ParseAsync(context.Request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 32 }, cancellationToken: context.RequestAborted);
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
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw ApiError.Validation(status, ("invalid_type", $"{name} is not a string", ["body", .. parent, name])),
    };

    /// <summary>A route value; the framework leaves an escaped slash escaped, so it is undone here.</summary>
    public static string RouteText(this HttpContext context, string name) =>
        ((string)context.Request.RouteValues[name]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
