namespace Beeper.Resolver.Normalization;

/// <summary>What normalising needs to know besides the records.</summary>
public sealed record NormalizationOptions
{
    /// <summary>ISO 3166 alpha-2 region for phone numbers that carry no country code and whose row gives none; null (the default) leaves them unresolved.</summary>
    public string? DefaultRegion { get; init; }
}
