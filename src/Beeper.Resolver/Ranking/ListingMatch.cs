namespace Beeper.Resolver.Ranking;

/// <summary>What an account's listing says of a contact.</summary>
/// <param name="Person">The person found; null where several were.</param>
/// <param name="Identifier">The contact's identifier that led there, or null where the name did.</param>
/// <param name="Evidence">Why, in the order weighed; holds among them.</param>
public sealed record ListingMatch(ListedPerson? Person, Identifier? Identifier, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Whether a person has to look at it.</summary>
    public bool IsHeld => Evidence.Any(static one => one.Id.StartsWith("hold.", StringComparison.Ordinal));
}
