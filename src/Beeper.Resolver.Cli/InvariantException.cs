namespace Beeper.Resolver.Cli;

/// <summary>Counts of the tool's own that do not add up: a defect, never the user's fault.</summary>
internal sealed class InvariantException(string message) : Exception($"{message} This is a defect of beeper-resolver; please report it. What the store holds is safe.");
