using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox;

/// <summary>Reads the JSON files a sandbox is made of. A member nobody knows is an error: a misspelt rule must not silently do nothing.</summary>
internal static class SandboxFile
{
    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        PropertyNameCaseInsensitive = false,
    };

    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SandboxFileException($"{path} cannot be read. Check the path and its permissions.", error);
        }
    }

    public static T Parse<T>(string path, string json, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict) ?? throw new SandboxFileException($"{path} is null, expected {what}.");
        }
        catch (JsonException error)
        {
            throw new SandboxFileException($"{path}, line {error.LineNumber + 1}: {error.Message.Split(" Path:")[0]} Expected {what}; see docs/sandbox.md.", error);
        }
    }
}
