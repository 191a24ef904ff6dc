using System.Text;
using System.Text.Json;
using Beeper.Resolver.Sandbox.Endpoints;
using Beeper.Resolver.Sandbox.Faults;
using Microsoft.AspNetCore.Http;

namespace Beeper.Resolver.Sandbox;

/// <summary>
/// What every request passes: its body is read once, its fault found, the gate checked, the route run and the whole noted in the journal.
/// Faults answer instead of the route, after it, or by breaking the connection.
/// </summary>
internal sealed class RequestGateway(RequestDelegate next, SandboxWorld world, Gate gate, FaultScript faults, RequestJournal journal, TimeProvider time)
{
    private const int LargestBody = 1 << 20;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_sandbox", StringComparison.Ordinal))
        {
            await RunAsync(context);
            return;
        }
        var number = journal.Next();
        var received = time.GetUtcNow();
        var body = await ReadBodyAsync(context);
        var account = Account(context.Request, body);
        var fault = faults.Find(context.Request.Method, context.Request.Path.Value ?? "", account);
        var dropped = fault is null ? await RunPlainAsync(context) : await RunFaultAsync(context, fault, body);
        journal.Add(new JournalEntry
        {
            N = number,
            Time = received,
            Method = context.Request.Method,
            Path = context.Request.Path.Value ?? "",
            Query = context.Request.QueryString.Value ?? "",
            AccountId = account,
            Body = body.Length == 0 ? null : Encoding.UTF8.GetString(body),
            Status = dropped ? null : context.Response.StatusCode,
            Dropped = dropped,
        });
    }

    private async Task<bool> RunPlainAsync(HttpContext context)
    {
        await RunAsync(context);
        return false;
    }

    private async Task RunAsync(HttpContext context)
    {
        context.Response.Headers["X-Beeper-Desktop-Version"] = world.Options.Version;
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

    private async Task<bool> RunFaultAsync(HttpContext context, FaultEffect fault, byte[] body)
    {
        if (fault.Drop == "before-read")
            return Drop(context);
        var answer = context.Response.Body;
        using var own = new MemoryStream();
        if (fault.LateMs is { } late)
        {
            var copy = Copy(context, body);
            _ = Task.Run(async () =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(late), time);
                await RunAsync(copy);
            });
        }
        else if (fault.Acts)
        {
            context.Response.Body = own;
            await RunAsync(context);
            context.Response.Body = answer;
        }
        if (fault.DelayMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        if (fault.Drop == "after-read")
            return Drop(context);
        return await AnswerAsync(context, fault, own.ToArray());
    }

    private static async Task<bool> AnswerAsync(HttpContext context, FaultEffect fault, byte[] own)
    {
        var bytes = fault.Garbage ? "<html>not json"u8.ToArray()
            : fault.Body is { } body ? Encoding.UTF8.GetBytes(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText())
            : fault.Status is { } status and >= 400 ? Encoding.UTF8.GetBytes($$"""{"message":"Simulated fault","code":"{{(status == 429 ? "RATE_LIMITED" : status == 502 ? "BAD_GATEWAY" : status == 409 ? "CONFLICT" : "UNKNOWN_ERROR")}}"}""")
            : own;
        context.Response.StatusCode = fault.Status ?? (own.Length > 0 ? context.Response.StatusCode : 200);
        context.Response.ContentType ??= "application/json";
        foreach (var (name, value) in fault.Headers ?? new Dictionary<string, string>())
            context.Response.Headers[name] = value;
        context.Response.ContentLength = bytes.Length;
        if (fault.Drop == "mid-body")
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            return Drop(context);
        }
        await context.Response.Body.WriteAsync(bytes, CancellationToken.None);
        return false;
    }

    private static bool Drop(HttpContext context)
    {
        context.Abort();
        return true;
    }

    private static DefaultHttpContext Copy(HttpContext context, byte[] body)
    {
        var copy = new DefaultHttpContext { RequestServices = context.RequestServices, Response = { Body = new MemoryStream() } };
        copy.Request.Method = context.Request.Method;
        copy.Request.Host = context.Request.Host;
        copy.Request.Path = context.Request.Path;
        copy.Request.QueryString = context.Request.QueryString;
        copy.Request.Body = new MemoryStream(body);
        copy.Request.Headers.Authorization = context.Request.Headers.Authorization;
        copy.Connection.LocalPort = context.Connection.LocalPort;
        return copy;
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while (buffer.Length <= LargestBody && (read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
            buffer.Write(chunk, 0, read);
        var body = buffer.ToArray();
        context.Request.Body = new MemoryStream(body);
        return body;
    }

    private static string? Account(HttpRequest request, byte[] body)
    {
        var path = (request.Path.Value ?? "").Split('/');
        if (path is ["", "v1", "accounts", var id, ..])
            return id;
        if (request.Query["accountIDs"].FirstOrDefault() is { Length: > 0 } queried)
            return queried;
        if (body.Length == 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("accountID", out var account) && account.ValueKind == JsonValueKind.String ? account.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
