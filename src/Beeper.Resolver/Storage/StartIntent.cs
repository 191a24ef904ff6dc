namespace Beeper.Resolver.Storage;

/// <summary>What is about to be sent, logged before its first byte.</summary>
/// <param name="Endpoint">Method and route.</param>
/// <param name="AllowInvite">Whether the person may be invited.</param>
/// <param name="HasText">Whether it carries text.</param>
/// <param name="Digest">SHA-256 of the body.</param>
public sealed record StartIntent(string Endpoint, bool AllowInvite, bool HasText, byte[] Digest);
