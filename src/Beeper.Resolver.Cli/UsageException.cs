namespace Beeper.Resolver.Cli;

/// <summary>A command line that cannot be carried out. The message says what was found and what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
