namespace Beeper.Resolver.Storage;

/// <summary>What the store answers of all contacts together where none of them is due.</summary>
/// <param name="Contacts">How many contacts there are.</param>
/// <param name="Outcomes">The contacts by outcome, each in one.</param>
/// <param name="Accounts">The counts per account.</param>
public sealed record SettledRun(int Contacts, IReadOnlyDictionary<Outcome, int> Outcomes, IReadOnlyList<SettledCount> Accounts);
