using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beeper.Resolver.Sandbox.Endpoints;

/// <summary>The sandbox's own routes: its journal and counters. They need the token, and are neither journaled nor met by faults.</summary>
internal static class SandboxEndpoints
{
    public static void MapSandbox(this IEndpointRouteBuilder routes, RequestJournal journal, Func<SandboxCounters> counters)
    {
        routes.MapGet("/_sandbox/journal", async (HttpContext context) =>
        {
            context.Response.ContentType = "application/jsonl";
            foreach (var entry in journal.Entries)
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, JsonSerializerOptions.Web) + "\n"));
        });
        routes.MapGet("/_sandbox/counters", (HttpContext context) => context.WriteAsync(JsonSerializer.SerializeToNode(counters(), JsonSerializerOptions.Web)!));
    }
}
