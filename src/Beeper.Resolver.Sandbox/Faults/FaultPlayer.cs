using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Beeper.Resolver.Sandbox.Faults;

/// <summary>Does to a request what its fault says.</summary>
internal sealed class FaultPlayer(TimeProvider time, CancellationToken stopping)
{
    /// <summary>Plays a fault; false when the connection was closed instead of an answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="body">The request's body, empty where it was not read.</param>
    /// <param name="run">Acts on a request and answers it.</param>
    public async Task<bool> PlayAsync(HttpContext context, FaultEffect fault, byte[] body, RequestDelegate run)
    {
        using var own = new MemoryStream();
        if (fault.LateMs is { } late)
            _ = ActLateAsync(Copy(context, body), late, run);
        if (fault.When == "before" && !await IsStillThereAsync(context, fault.DelayMs))
            return Drop(context);
        if (fault.Acts)
        {
            var answer = context.Response.Body;
            context.Response.Body = own;
            await run(context);
            context.Response.Body = answer;
        }
        if (fault.When == "after" && !await IsStillThereAsync(context, fault.DelayMs))
            return Drop(context);
        return fault.Drop is "before-read" or "after-read" ? Drop(context) : await AnswerAsync(context, fault, own.ToArray());
    }

    private static async Task<bool> AnswerAsync(HttpContext context, FaultEffect fault, byte[] own)
    {
        context.Response.StatusCode = fault.Status ?? (fault.Acts ? context.Response.StatusCode : 200);
        var bytes = context.Response.StatusCode is 204 or 205 or 304 ? [] : Bytes(fault, own);
        context.Response.ContentType ??= "application/json";
        foreach (var (name, value) in fault.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
            context.Response.Headers[name] = value;
        context.Response.ContentLength = context.Response.StatusCode is 204 or 304 ? null : bytes.Length;
        if (fault.Drop != "mid-body")
        {
            await context.Response.Body.WriteAsync(bytes, CancellationToken.None);
            return true;
        }
        if (bytes.Length == 0)
            return Drop(context);
        // An abort would discard what is not sent yet. A body that ends short of its length makes the server send it and close the connection.
        await context.Response.StartAsync(CancellationToken.None);
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), CancellationToken.None);
        return false;
    }

    private static byte[] Bytes(FaultEffect fault, byte[] own)
    {
        if (fault.Garbage)
            return "<html>not json"u8.ToArray();
        if (fault.Body is { } body)
            return Encoding.UTF8.GetBytes(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText());
        return fault.Status is >= 400 and var status
            ? Encoding.UTF8.GetBytes(new JsonObject { ["message"] = "Simulated fault", ["code"] = ApiError.CodeOf(status) }.ToJsonString())
            : own;
    }

    private async Task<bool> IsStillThereAsync(HttpContext context, int milliseconds)
    {
        if (milliseconds == 0)
            return true;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), time, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task ActLateAsync(DefaultHttpContext context, int milliseconds, RequestDelegate run)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), time, stopping);
            await run(context);
        }
        catch (OperationCanceledException)
        {
            // The server stops: what it had not done it will not do.
        }
    }

    private static bool Drop(HttpContext context)
    {
        context.Abort();
        return false;
    }

    // The request ends before the late effect, so what it acts on must outlive it.
    private static DefaultHttpContext Copy(HttpContext context, byte[] body)
    {
        var copy = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        copy.Request.Method = context.Request.Method;
        copy.Request.Scheme = context.Request.Scheme;
        foreach (var (name, values) in context.Request.Headers)
            copy.Request.Headers[name] = values;
        copy.Request.Path = context.Request.Path;
        copy.Request.QueryString = context.Request.QueryString;
        copy.Request.Body = new MemoryStream(body);
        copy.Connection.LocalPort = context.Connection.LocalPort;
        return copy;
    }
}
