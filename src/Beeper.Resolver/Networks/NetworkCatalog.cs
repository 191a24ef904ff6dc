using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beeper.Resolver.Networks;

/// <summary>The network profiles by canonical key: the ones the library ships, with a user's overrides on top.</summary>
public sealed class NetworkCatalog
{
    /// <summary>The key of the most careful profile, used for networks nobody knows.</summary>
    public const string UnknownKey = "unknown";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Dictionary<string, NetworkProfile> _byKey = new(StringComparer.Ordinal);

    private NetworkCatalog(IEnumerable<NetworkProfile> profiles)
    {
        foreach (var profile in profiles)
        {
            _byKey[profile.Key] = profile;
            foreach (var alias in profile.Aliases)
                _byKey[alias] = profile;
        }
    }

    /// <summary>The profiles the library ships.</summary>
    public static NetworkCatalog Default { get; } = new(ReadShipped());

    /// <summary>All profiles, ordered by key.</summary>
    public IReadOnlyList<NetworkProfile> Profiles => [.. _byKey.Values.Distinct().OrderBy(profile => profile.Key, StringComparer.Ordinal)];

    /// <summary>The profile of a canonical key or alias; the <c>unknown</c> profile for any other word.</summary>
    public NetworkProfile this[string key] => _byKey.GetValueOrDefault(key) ?? _byKey[UnknownKey];

    /// <summary>
    /// The shipped profiles with those of a JSON array on top: a profile with a shipped key replaces it whole.
    /// </summary>
    /// <exception cref="JsonException">The text is not an array of profiles.</exception>
    public static NetworkCatalog WithOverrides(string json) =>
        new([.. ReadShipped(), .. JsonSerializer.Deserialize<NetworkProfile[]>(json, Options) ?? []]);

    /// <summary>
    /// The canonical key behind a bridge type, account ID or network name: lower case, without <c>local-</c> or <c>sh-</c>,
    /// cut at the first underscore or dot, a final <c>go</c> dropped where the rest is known; <c>unknown</c> otherwise.
    /// </summary>
    public string CanonicalKey(string name)
    {
        var word = name.Trim().ToLowerInvariant();
        if (_byKey.TryGetValue(word, out var whole))
            return whole.Key;
        foreach (var prefix in (ReadOnlySpan<string>)["local-", "sh-"])
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
                word = word[prefix.Length..];
        }
        var end = word.AsSpan().IndexOfAny("_./ (");
        if (end > 0)
            word = word[..end];
        if (_byKey.TryGetValue(word, out var found))
            return found.Key;
        return word.EndsWith("go", StringComparison.Ordinal) && _byKey.TryGetValue(word[..^2], out found) ? found.Key : UnknownKey;
    }

    private static NetworkProfile[] ReadShipped()
    {
        using var stream = typeof(NetworkCatalog).Assembly.GetManifestResourceStream("networks.json")
            ?? throw new InvalidOperationException("networks.json is not embedded in the assembly.");
        return JsonSerializer.Deserialize<NetworkProfile[]>(stream, Options) ?? [];
    }
}
