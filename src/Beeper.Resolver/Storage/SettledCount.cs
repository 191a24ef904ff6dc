namespace Beeper.Resolver.Storage;

/// <summary>How many contacts ended one way on one account.</summary>
/// <param name="AccountId">The account's ID.</param>
/// <param name="Network">Its network's canonical key.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Status">Whether the chat was there before.</param>
/// <param name="Count">How many.</param>
public sealed record SettledCount(string AccountId, string Network, Outcome Outcome, ChatStatus? Status, int Count);
