using System.Text;
using Beeper.Resolver.Sandbox.Endpoints;
using Beeper.Resolver.Sandbox.Faults;
using Microsoft.AspNetCore.Http;

namespace Beeper.Resolver.Sandbox;

/// <summary>
/// What every request passes: it is noted in the journal, its fault found, its body read once, the gate checked and the route run.
/// The sandbox's own routes pass the gate only.
/// </summary>
internal sealed class RequestGateway(RequestDelegate next, string version, Gate gate, FaultScript faults, RequestJournal journal, TimeProvider time, CancellationToken stopping)
{
    private readonly FaultPlayer _player = new(time, stopping);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_sandbox", StringComparison.Ordinal))
        {
            await RunAsync(context);
            return;
        }
        var entry = journal.Open(EntryOf(context.Request));
        try
        {
            var (fault, body) = (FindEarly(entry), Array.Empty<byte>());
            if (fault?.Drop != "before-read")
            {
                body = await RequestBody.ReadAsync(context);
                entry = entry with { Body = body.Length == 0 ? null : Encoding.UTF8.GetString(body), AccountId = entry.AccountId ?? RequestBody.Account(body) };
                journal.Note(entry, atEnd: false);
            }
            if (faults.NamesAccounts)
                fault = faults.Find(entry.Method, entry.Path, entry.AccountId);
            var answered = await AnswerAsync(context, fault, body);
            entry = entry with { Status = answered ? context.Response.StatusCode : null, Dropped = !answered };
        }
        catch (BadHttpRequestException error)
        {
            entry = entry with { Status = error.StatusCode };
            throw;
        }
        finally
        {
            journal.Note(entry, atEnd: true);
        }
    }

    // A rule that names an account may need the body; all others are decided before it is read.
    private FaultEffect? FindEarly(JournalEntry entry) => faults.NamesAccounts ? null : faults.Find(entry.Method, entry.Path, null);

    private async Task<bool> AnswerAsync(HttpContext context, FaultEffect? fault, byte[] body)
    {
        if (fault is not null)
            return await _player.PlayAsync(context, fault, body, RunAsync);
        await RunAsync(context);
        return true;
    }

    private async Task RunAsync(HttpContext context)
    {
        context.Response.Headers["X-Beeper-Desktop-Version"] = version;
        context.Response.Headers["Cache-Control"] = "no-store";
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        try
        {
            gate.Check(context);
            await next(context);
            if (context.Response is { StatusCode: 404, HasStarted: false } && context.GetEndpoint() is null)
                throw ApiError.NotFound("Route");
        }
        catch (ApiError error)
        {
            await context.WriteAsync(error.ToJson(), error.Status);
        }
    }

    private JournalEntry EntryOf(HttpRequest request) => new()
    {
        Time = time.GetUtcNow(),
        Method = request.Method,
        Path = request.Path.Value ?? "",
        Query = request.QueryString.Value ?? "",
        AccountId = RequestBody.Account(request),
        Headers = request.Headers.ToDictionary(
            static header => header.Key.ToLowerInvariant(),
            static header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? header.Value.ToString().Split(' ')[0] : header.Value.ToString(),
            StringComparer.Ordinal),
    };
}
