using System.Text.Json;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>Faults in a line.</summary>
public static class Faults
{
    /// <summary>A rule for a method and route; null stands for any.</summary>
    public static FaultRule On(string? method, string? route, FaultEffect effect, int? nth = null) => new(new FaultMatch { Method = method, Route = route, Nth = nth }, effect);

    public static FaultEffect Status(int status, string? header = null, string? value = null) =>
        new() { Status = status, Headers = header is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [header] = value! } };

    /// <summary>An answer with a body of JSON.</summary>
    public static FaultEffect Json(string json, int? status = null) => new() { Status = status, Body = JsonElement.Parse(json) };

    /// <summary>An answer with a body that is sent as it is.</summary>
    public static FaultEffect Text(string text, int? status = null) => new() { Status = status, Body = JsonSerializer.SerializeToElement(text) };

    /// <summary>A server in a dialect with rules.</summary>
    public static Task<SandboxServer> ServerAsync(SandboxDialect dialect, params FaultRule[] rules) => Some.ServerAsync(new SandboxOptions { Dialect = dialect, Faults = rules });
}
