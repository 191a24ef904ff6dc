using System.Text.Json;
using Json.Schema;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>The published schema of result lines.</summary>
public static class ResultSchema
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(ToolSession.RepositoryRoot, "docs", "result.schema.json"));

    public static void AssertValid(JsonElement line)
    {
        var result = Schema.Evaluate(line, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, $"{line}\n{string.Join('\n', result.Details.Where(static detail => detail.HasErrors).Select(static detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}"))}");
    }
}
