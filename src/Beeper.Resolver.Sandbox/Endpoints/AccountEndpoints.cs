using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beeper.Resolver.Sandbox.Endpoints;

/// <summary>Accounts, contact search and contact lists.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes, SandboxWorld world)
    {
        routes.MapGet("/v1/accounts", (HttpContext context) =>
            context.WriteAsync(new JsonArray([.. world.Directories.Select(directory => WireShapes.Account(directory.Account, world.Options.Dialect))])));
        if (world.Options.Dialect == SandboxDialect.Start)
            routes.MapGet("/v1/accounts/{accountID}", (HttpContext context) => context.WriteAsync(WireShapes.Account(world.Directory(context.RouteText("accountID")).Account, world.Options.Dialect)));
        routes.MapGet("/v1/accounts/{accountID}/contacts", (HttpContext context) => SearchAsync(context, world));
        if (world.Options.Dialect != SandboxDialect.Create)
            routes.MapGet("/v1/accounts/{accountID}/contacts/list", (HttpContext context) => ListAsync(context, world));
    }

    private static Task SearchAsync(HttpContext context, SandboxWorld world)
    {
        var directory = world.Directory(context.RouteText("accountID"));
        var query = Paging.Text(context.Request.Query, "query")
            ?? throw ApiError.Validation(world.Options.ValidationStatus, ("too_small", "query has at least one character", ["query", "query"]));
        return context.WriteAsync(new JsonObject { ["items"] = new JsonArray([.. directory.Search(query).Select(WireShapes.User)]) });
    }

    private static Task ListAsync(HttpContext context, SandboxWorld world)
    {
        var directory = world.Directory(context.RouteText("accountID"));
        var contacts = directory.Contacts;
        if (Paging.Text(context.Request.Query, "query") is { } query)
            contacts = [.. contacts.Where(person => person.FullName?.Contains(query, StringComparison.OrdinalIgnoreCase) == true)];
        return context.WriteAsync(Paging.Page(contacts, context.Request.Query, Paging.Limit(context.Request.Query, 50, world.Options.ValidationStatus), world.Options.ValidationStatus, WireShapes.User));
    }
}
