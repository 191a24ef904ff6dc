namespace Beeper.Resolver;

/// <summary>One way to try: a contact on an account by one identifier.</summary>
/// <param name="Account">The account.</param>
/// <param name="Identifier">The identifier to send.</param>
/// <param name="Score">0 to 100; the decision is separate from it.</param>
/// <param name="Decision">What ranking says; a veto beats any score.</param>
/// <param name="Evidence">All contributions, in the order they were weighed.</param>
public sealed record Candidate(Account Account, Identifier Identifier, double Score, Decision Decision, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The account and kind only.</summary>
    public override string ToString() => $"{Identifier.Kind} on {Account.Id}: {Decision} {Score:0.0}";
}
