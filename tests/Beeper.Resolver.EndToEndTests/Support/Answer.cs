using System.Text.Json.Nodes;

namespace Beeper.Resolver.EndToEndTests.Support;

/// <summary>An answer as it came.</summary>
public sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => Json["code"]?.GetValue<string>();

    /// <summary>The IDs of a page's items.</summary>
    public string[] Ids => [.. Json["items"]!.AsArray().Select(static item => item!["id"]!.GetValue<string>())];

    /// <summary>The paths of a validation error's issues, joined by dots.</summary>
    public string[] Issues => [.. Json["details"]!["issues"]!.AsArray().Select(static issue => string.Join('.', issue!["path"]!.AsArray().Select(static part => part!.ToString())))];
}
