using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Cli.Settings;

/// <summary>The user's config file, <c>config.json</c> in the config directory. Flags and the environment win over it.</summary>
internal sealed record ConfigFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Path of the store.</summary>
    public string? Store { get; init; }

    /// <summary>Address of the API.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>A file that holds the token.</summary>
    public string? TokenFile { get; init; }

    /// <summary>A program and its arguments that print the token.</summary>
    public IReadOnlyList<string>? TokenCommand { get; init; }

    /// <summary>Region of numbers without country code.</summary>
    public string? Region { get; init; }

    /// <summary>A file of network profiles that replace the shipped ones.</summary>
    public string? Networks { get; init; }

    /// <summary>The user's config; an empty one where there is none.</summary>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static ConfigFile Read(ToolEnvironment environment)
    {
        var path = Path.Combine(environment.ConfigDirectory, "config.json");
        if (!File.Exists(path))
            return new ConfigFile();
        try
        {
            return JsonSerializer.Deserialize<ConfigFile>(File.ReadAllText(path), Options) ?? new ConfigFile();
        }
        catch (JsonException error)
        {
            throw new UsageException($"{path}, line {error.LineNumber + 1}: not a config file of beeper-resolver. It may have the members store, baseUrl, tokenFile, tokenCommand, region and networks.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read. Check its permissions.", error);
        }
    }
}
