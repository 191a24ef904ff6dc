namespace Beeper.Resolver;

/// <summary>An identifier of a contact and every record that gives it.</summary>
/// <param name="Identifier">The normal form.</param>
/// <param name="Occurrences">How each record gives it: label, type, primary mark; at least one.</param>
/// <param name="Sources">In how many different address books it stands; at least 1.</param>
public sealed record ContactIdentifier(Identifier Identifier, IReadOnlyList<RecordIdentifier> Occurrences, int Sources)
{
    /// <summary>Says nothing of the value: it is personal.</summary>
    public override string ToString() => $"{Identifier.Kind} in {Sources} sources";
}
