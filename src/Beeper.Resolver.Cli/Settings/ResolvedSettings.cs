using System.CommandLine;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Cli.Settings;

/// <summary>What flags, environment, config file and defaults come to, in this order of precedence.</summary>
internal sealed class ResolvedSettings
{
    private readonly ParseResult _parsed;
    private readonly Tool _tool;
    private readonly ConfigFile _config;

    /// <exception cref="UsageException">The config file cannot be used.</exception>
    public ResolvedSettings(ParseResult parsed, Tool tool)
    {
        _parsed = parsed;
        _tool = tool;
        _config = ConfigFile.Read(tool.Environment);
    }

    /// <summary>Whether the embedded server is used.</summary>
    public bool Sandbox => _parsed.GetValue(_tool.Common.Sandbox) || PopulationFile is not null;

    /// <summary>The population file named, or null for the shipped one.</summary>
    public string? PopulationFile => _parsed.GetValue(_tool.Common.Population);

    /// <summary>The fault rules named, or null.</summary>
    public string? FaultsFile => _parsed.GetValue(_tool.Common.Faults);

    /// <summary>The store's path; the sandbox has one of its own beside the default one.</summary>
    /// <exception cref="UsageException">The path named is empty.</exception>
    public string StorePath => _parsed.GetValue(_tool.Common.Store) switch
    {
        "" => throw new UsageException("--store names no file. Write it like --store contacts.db"),
        { } named => named,
        null when Sandbox => Path.Combine(_tool.Environment.StateDirectory, "sandbox.db"),
        null => _tool.Environment.Variable("BEEPER_RESOLVER_STORE") ?? _config.Store ?? Path.Combine(_tool.Environment.StateDirectory, "contacts.db"),
    };

    /// <summary>The configured address of the API, or null for the default ones.</summary>
    /// <exception cref="UsageException">The text is no address.</exception>
    public Uri? BaseUrl
    {
        get
        {
            var text = _parsed.GetValue(_tool.Common.BaseUrl) ?? _tool.Environment.Variable("BEEPER_BASE_URL") ?? _tool.Environment.Variable("BEEPER_DESKTOP_BASE_URL") ?? _config.BaseUrl;
            if (text is null)
                return null;
            return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? new Uri(text)
                : throw new UsageException($"The base URL {text} is no http or https address. Write it like http://127.0.0.1:23373");
        }
    }

    /// <summary>How values are normalised.</summary>
    /// <exception cref="UsageException">The region is none.</exception>
    public NormalizationOptions Normalization
    {
        get
        {
            var region = (_parsed.GetValue(_tool.Common.Region) ?? _config.Region)?.ToUpperInvariant();
            if (region is not null && !PhoneRegions.All.Contains(region))
                throw new UsageException($"{region} is no region. Write a country's two letters, such as US, GB or DE.");
            return new NormalizationOptions { DefaultRegion = region };
        }
    }

    /// <summary>The network profiles.</summary>
    /// <exception cref="UsageException">The overriding file cannot be used.</exception>
    public NetworkCatalog Networks
    {
        get
        {
            if (_config.Networks is not { } path)
                return NetworkCatalog.Default;
            try
            {
                return NetworkCatalog.WithOverrides(File.ReadAllText(path));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
            {
                throw new UsageException($"The network profiles in {path} cannot be used. The file is a JSON array of profiles as in docs/networks.md.", error);
            }
        }
    }

    /// <summary>The access token, or null.</summary>
    public string? FindToken() => AccessToken.Find(_parsed.GetValue(_tool.Common.TokenFile), _parsed.GetValue(_tool.Common.TokenInput), _tool, _config);
}
