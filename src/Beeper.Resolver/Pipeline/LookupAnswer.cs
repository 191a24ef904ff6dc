namespace Beeper.Resolver.Pipeline;

/// <summary>What a contact search said of one identifier.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="User">The person, when exactly one carries the identifier.</param>
internal readonly record struct LookupAnswer(LookupKind Kind, NetworkUser? User = null);
