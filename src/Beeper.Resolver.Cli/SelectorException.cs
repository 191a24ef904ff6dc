namespace Beeper.Resolver.Cli;

/// <summary>A selector of the command line that matches nothing or too much.</summary>
internal sealed class SelectorException(bool ambiguous, string message) : Exception(message)
{
    /// <summary>Whether it matches more than one; nothing otherwise.</summary>
    public bool IsAmbiguous { get; } = ambiguous;
}
