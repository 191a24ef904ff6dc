namespace Beeper.Resolver.Storage;

/// <summary>A first message.</summary>
/// <param name="Operation">Its start.</param>
/// <param name="ChatId">The chat it is for.</param>
/// <param name="ContactKey">The contact it was entered for.</param>
public sealed record OutboxEntry(StartOperation Operation, string ChatId, string ContactKey);
