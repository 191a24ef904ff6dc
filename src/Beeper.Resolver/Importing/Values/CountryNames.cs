using System.Collections.Frozen;
using System.Text.Json;
using Beeper.Resolver.Importing.Headers;

namespace Beeper.Resolver.Importing.Values;

/// <summary>Country cells to ISO 3166 alpha-2 codes: codes, English, native and neighbouring languages' names, and everyday ones; calling codes too.</summary>
internal static class CountryNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(Read);

    /// <summary>The region a country cell names, or null.</summary>
    public static string? Region(string? country) =>
        string.IsNullOrWhiteSpace(country) ? null : ByName.Value.GetValueOrDefault(HeaderFold.Fold(country)) ?? CallingCodes.OfCode(country);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(CountryNames).Assembly.GetManifestResourceStream("countries.json")
            ?? throw new InvalidOperationException("countries.json is not embedded in the assembly.");
        var countries = JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream) ?? [];
        var byName = new Dictionary<string, string>();
        foreach (var region in countries.Keys)
            byName.TryAdd(HeaderFold.Fold(region), region);
        foreach (var (region, names) in countries)
        {
            foreach (var name in names)
                byName.TryAdd(HeaderFold.Fold(name), region);
        }
        return byName.ToFrozenDictionary();
    }
}
