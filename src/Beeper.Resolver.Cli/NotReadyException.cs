namespace Beeper.Resolver.Cli;

/// <summary>Beeper or an account cannot be used now. The message says what to do.</summary>
internal sealed class NotReadyException(string message) : Exception(message);
