using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beeper.Resolver.Sandbox.Endpoints;

/// <summary>What the app says of itself: <c>/v1/info</c> (no token, not in the oldest dialect) and a document of the routes of the dialect.</summary>
internal static class InfoEndpoints
{
    public static void MapInfo(this IEndpointRouteBuilder routes, SandboxWorld world)
    {
        if (world.Options.Dialect != SandboxDialect.Create)
            routes.MapGet("/v1/info", (HttpContext context) => context.WriteAsync(Info(world, context.Request)));
        routes.MapGet("/v1/spec", (HttpContext context) => context.WriteAsync(Spec(world.Options)));
    }

    private static JsonObject Info(SandboxWorld world, HttpRequest request)
    {
        var address = $"http://{request.Host}";
        var oauth = new JsonObject();
        foreach (var (name, path) in new[] { ("authorization", "authorize"), ("token", "token"), ("introspection", "introspect"), ("userinfo", "userinfo"), ("revocation", "revoke"), ("registration", "register") })
            oauth[$"{name}_endpoint"] = $"{address}/oauth/{path}";
        return new JsonObject
        {
            ["app"] = new JsonObject { ["name"] = "Beeper", ["version"] = world.Options.Version, ["bundle_id"] = "com.automattic.beeper.desktop" },
            ["platform"] = new JsonObject { ["os"] = "linux", ["arch"] = "x64" },
            ["server"] = new JsonObject
            {
                ["status"] = "running",
                ["base_url"] = address,
                ["port"] = request.Host.Port,
                ["hostname"] = "127.0.0.1",
                ["remote_access"] = false,
                ["mcp_enabled"] = false,
            },
            ["endpoints"] = new JsonObject { ["oauth"] = oauth, ["spec"] = $"{address}/v1/spec", ["mcp"] = $"{address}/v0/mcp", ["ws_events"] = $"{address.Replace("http", "ws", StringComparison.Ordinal)}/v1/ws" },
        };
    }

    private static JsonObject Spec(SandboxOptions options)
    {
        var create = new JsonObject { ["accountID"] = new JsonObject(), ["participantIDs"] = new JsonObject(), ["type"] = new JsonObject(), ["title"] = new JsonObject(), ["messageText"] = new JsonObject() };
        if (options.Dialect == SandboxDialect.Mode)
        {
            create["mode"] = new JsonObject { ["enum"] = new JsonArray("create", "start") };
            create["user"] = new JsonObject();
            create["allowInvite"] = new JsonObject();
        }
        var paths = new JsonObject();
        foreach (var path in new[] { "/v1/accounts", "/v1/accounts/{accountID}/contacts", "/v1/chats/search", "/v1/chats/{chatID}" })
            paths[path] = new JsonObject { ["get"] = new JsonObject() };
        paths["/v1/chats"] = new JsonObject { ["get"] = new JsonObject(), ["post"] = new JsonObject { ["requestBody"] = new JsonObject { ["properties"] = create } } };
        if (options.Dialect != SandboxDialect.Create)
            paths["/v1/accounts/{accountID}/contacts/list"] = new JsonObject { ["get"] = new JsonObject() };
        if (options.Dialect == SandboxDialect.Start)
            paths["/v1/chats/start"] = new JsonObject { ["post"] = new JsonObject() };
        return new JsonObject { ["openapi"] = "3.1.0", ["info"] = new JsonObject { ["title"] = "Sandbox", ["version"] = options.Version }, ["paths"] = paths };
    }
}
