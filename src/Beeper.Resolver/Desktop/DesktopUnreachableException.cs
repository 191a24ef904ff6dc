namespace Beeper.Resolver.Desktop;

/// <summary>Nothing answers at the API's address.</summary>
/// <param name="message">What was tried and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class DesktopUnreachableException(string message, Exception? innerException = null) : Exception(message, innerException);
