using Beeper.Resolver.Normalization.Phones;

namespace Beeper.Resolver.Normalization;

/// <summary>The regions whose numbering plans are known, as ISO 3166 alpha-2 codes in capitals.</summary>
public static class PhoneRegions
{
    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = PhoneNormalizer.Regions.ToHashSet(StringComparer.Ordinal);
}
