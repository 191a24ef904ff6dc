namespace Beeper.Resolver.Pipeline;

/// <summary>What is planned for a contact: settled accounts first, then those to start on, best first.</summary>
internal sealed record ContactPlan(Contact Contact, IReadOnlyList<AccountPlan> Accounts);
