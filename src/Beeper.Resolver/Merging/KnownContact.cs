namespace Beeper.Resolver.Merging;

/// <summary>A contact as an earlier merge left it, for handing its key on.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">The name then.</param>
/// <param name="Identifiers">The identifiers then.</param>
public sealed record KnownContact(string Key, string Name, IReadOnlyList<Identifier> Identifiers);
