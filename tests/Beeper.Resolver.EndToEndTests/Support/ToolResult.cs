using System.Text.Json;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>What a command line came to.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record ToolResult(int ExitCode, string Out, string Error)
{
    /// <summary>Standard output as JSON lines.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Standard output as one JSON document.</summary>
    public JsonElement Document => JsonDocument.Parse(Out).RootElement;
}
