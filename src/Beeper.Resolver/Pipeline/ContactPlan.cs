using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>What is planned for a contact: chats that exist, the one used last first; other settled accounts; then those to start on, best first.</summary>
internal sealed record ContactPlan(Contact Contact, ContactNames Names, IReadOnlyList<AccountPlan> Accounts);
