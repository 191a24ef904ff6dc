using System.Text.Json.Nodes;

namespace Beeper.Resolver.Sandbox;

/// <summary>An error answer in the API's envelope.</summary>
internal sealed class ApiError(int status, string code, string message, JsonNode? details = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public JsonNode? Details { get; } = details;

    public static ApiError NotFound(string what) => new(404, "NOT_FOUND", $"{what} not found");

    public static ApiError BadRequest(string message) => new(400, "BAD_REQUEST", message);

    /// <summary>A schema violation with its issues, as the validator of the real app words them.</summary>
    public static ApiError Validation(int status, params (string Code, string Message, object[] Path)[] issues) => new(
        status,
        "VALIDATION_ERROR",
        "Invalid request",
        new JsonObject
        {
            ["issues"] = new JsonArray([.. issues.Select(static issue => new JsonObject
            {
                ["code"] = issue.Code,
                ["message"] = issue.Message,
                ["path"] = new JsonArray([.. issue.Path.Select(static part => part is int index ? JsonValue.Create(index) : JsonValue.Create(part.ToString()))]),
            })]),
        });

    /// <summary>The code the sandbox uses for a status.</summary>
    public static string CodeOf(int status) => status switch
    {
        400 => "BAD_REQUEST",
        401 => "unauthorized",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        409 => "CONFLICT",
        422 => "VALIDATION_ERROR",
        429 => "RATE_LIMITED",
        502 => "BAD_GATEWAY",
        _ => "UNKNOWN_ERROR",
    };

    public JsonObject ToJson()
    {
        var envelope = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (Details is not null)
            envelope["details"] = Details.DeepClone();
        return envelope;
    }
}
