namespace Beeper.Resolver.Storage;

/// <summary>A contact of the store and the fingerprint of the work its resolutions answer.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Fingerprint">The fingerprint when its resolutions were saved; null before the first run.</param>
public sealed record StoredContact(Contact Contact, byte[]? Fingerprint);
