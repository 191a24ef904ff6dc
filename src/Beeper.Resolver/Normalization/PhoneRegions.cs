using System.Collections.Frozen;
using PhoneNumbers;

namespace Beeper.Resolver.Normalization;

/// <summary>The regions whose numbering plans are known, as ISO 3166 alpha-2 codes in capitals.</summary>
public static class PhoneRegions
{
    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = PhoneNumberUtil.GetInstance().GetSupportedRegions().ToFrozenSet(StringComparer.Ordinal);
}
