namespace Beeper.Resolver.Storage;

/// <summary>A resolution as it stands in the store.</summary>
/// <param name="Resolution">What is known.</param>
/// <param name="SettledAt">Since when.</param>
/// <param name="ExpiresAt">When it is asked again; null for never.</param>
public sealed record StoredResolution(Resolution Resolution, DateTimeOffset SettledAt, DateTimeOffset? ExpiresAt);
