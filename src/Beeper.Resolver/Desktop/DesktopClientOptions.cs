using System.Net;

namespace Beeper.Resolver.Desktop;

/// <summary>How the API is reached.</summary>
public sealed record DesktopClientOptions
{
    /// <summary>The API's address; null (the default) tries port 23373 of 127.0.0.1, ::1 and localhost.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The access token; it is sent to the configured address only, and never appears in texts.</summary>
    public string? Token { get; init; }

    /// <summary>The form of starts. Default: find out.</summary>
    public StartDialectKind Dialect { get; init; }

    /// <summary>How long one read may take. Default 15 s.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one start may take before its outcome counts as unknown. Default 60 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Refuse every request that is not a GET, wherever it comes from. Default false.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Allow plain HTTP to other hosts than this machine. Default false.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>How often a failing read is sent at most. Default 4, at least 1.</summary>
    public int MaxReadAttempts { get; init; } = 4;

    /// <summary>Says nothing of the token.</summary>
    public override string ToString() => BaseUrl?.ToString() ?? "default address";

    /// <exception cref="ArgumentException">The address cannot be used.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxReadAttempts, 1);
        if (BaseUrl is null)
            return;
        if (!BaseUrl.IsAbsoluteUri || BaseUrl.Scheme is not ("http" or "https"))
            throw new ArgumentException($"The base URL {BaseUrl} is not an http or https address.");
        if (BaseUrl.Scheme == "http" && !AllowHttp && !IsLoopback(BaseUrl))
            throw new ArgumentException($"The base URL {BaseUrl} would send your token in clear text to another machine. Use https.");
    }

    internal static bool IsLoopback(Uri url) => url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
}
