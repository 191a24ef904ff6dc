namespace Beeper.Resolver.Desktop;

/// <summary>Messages of a chat.</summary>
/// <param name="Found">The message that was asked for; null when none was found.</param>
/// <param name="IsWhole">Whether all messages the app has were read; a history cut off says nothing about what is not in it.</param>
public sealed record ChatHistory(ChatMessage? Found, bool IsWhole);
