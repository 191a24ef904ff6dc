namespace Beeper.Resolver.Sandbox;

/// <summary>A population or fault file that cannot be used. The message says file, what was found and what to do.</summary>
/// <param name="message">The message.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class SandboxFileException(string message, Exception? innerException = null) : Exception(message, innerException);
