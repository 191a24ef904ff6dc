namespace Beeper.Resolver.Normalization;

/// <summary>
/// A web address taken apart: host in lower case without the prefixes that only choose a view or a language of the same site, path segments
/// decoded, query and fragment as they are.
/// </summary>
internal readonly struct ProfileAddress
{
    private static readonly string[] ViewPrefixes = ["www.", "m.", "mobile.", "web.", "mbasic.", "touch."];

    private ProfileAddress(string host, string[] path, string query, string fragment)
    {
        Host = host;
        Path = path;
        Query = query;
        Fragment = fragment;
    }

    public string Host { get; }

    public string[] Path { get; }

    /// <summary>The query without its question mark.</summary>
    public string Query { get; }

    /// <summary>The fragment without its hash.</summary>
    public string Fragment { get; }

    /// <summary>Takes an http or https address apart; a text without scheme is read as one with it.</summary>
    public static bool TryParse(string text, out ProfileAddress address)
    {
        address = default;
        var url = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text.TrimStart('/')}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return false;
        address = new ProfileAddress(HostOf(uri), Segments(uri.AbsolutePath), uri.Query.TrimStart('?'), uri.Fragment.TrimStart('#'));
        return true;
    }

    /// <summary>The decoded value of a query parameter, or null.</summary>
    public string? Parameter(string name) => Parameter(Query, name);

    /// <summary>The decoded value of a parameter in a query string, or null.</summary>
    public static string? Parameter(ReadOnlySpan<char> query, string name)
    {
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return Uri.UnescapeDataString(pair[(name.Length + 1)..].ToString());
        }
        return null;
    }

    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        foreach (var prefix in ViewPrefixes)
        {
            // m.me is a host of its own.
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.IndexOf('.', prefix.Length) > 0)
                host = host[prefix.Length..];
        }
        // de-de.facebook.com and the like.
        return host is [_, _, '-', _, _, '.', ..] && host.EndsWith(".facebook.com", StringComparison.Ordinal) ? "facebook.com" : host;
    }

    private static string[] Segments(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var kept = 0;
        foreach (var segment in segments)
        {
            if (Uri.UnescapeDataString(segment).Trim() is { Length: > 0 } decoded)
                segments[kept++] = decoded;
        }
        return segments[..kept];
    }
}
