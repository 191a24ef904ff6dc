namespace Beeper.Resolver.Desktop;

/// <summary>The app behind the API.</summary>
/// <param name="BaseUrl">Where it was found.</param>
/// <param name="Version">The app's version, or null where it does not tell.</param>
public sealed record DesktopApp(Uri BaseUrl, string? Version);
