namespace Beeper.Resolver.Importing;

/// <summary>How often something was found.</summary>
/// <param name="Word">The label, network or code.</param>
/// <param name="Count">How often.</param>
public sealed record WordCount(string Word, int Count);
