namespace Beeper.Resolver.Importing;

/// <summary>A file that cannot be read as an address book. The message says what was found and what to do, and holds no personal data.</summary>
/// <param name="code">Stable code such as <c>FILE_EMPTY</c>.</param>
/// <param name="message">What was found and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class AddressBookException(string code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Stable code such as <c>FILE_EMPTY</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The damaged rows that led to it, one problem line each and without what stands in them; usually empty.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
