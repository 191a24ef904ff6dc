namespace Beeper.Resolver.Ranking;

/// <summary>What is known of one identifier of a contact whatever the account: weighed once and used for every account.</summary>
/// <param name="Given">The identifier and how the records give it.</param>
/// <param name="Evidence">The contributions that hold on any network.</param>
/// <param name="LogOdds">The log2 odds of that evidence.</param>
/// <param name="Veto">What forbids trying it on any network, or null.</param>
internal sealed record IdentifierFacts(ContactIdentifier Given, Evidence[] Evidence, double LogOdds, Evidence? Veto);
