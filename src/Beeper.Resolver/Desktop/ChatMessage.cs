namespace Beeper.Resolver.Desktop;

/// <summary>Who sent a message and when; its text is not read.</summary>
/// <param name="SenderId">The sender's user ID, or null.</param>
/// <param name="IsSender">Whether the account's owner sent it; null where the app does not tell.</param>
/// <param name="At">When, or null.</param>
public sealed record ChatMessage(string? SenderId, bool? IsSender, DateTimeOffset? At)
{
    /// <summary>
    /// Whether the account's owner sent it, or may have: what the app leaves open counts as theirs, so that nobody is written to twice.
    /// </summary>
    public bool MayBeOwn(Account account) =>
        IsSender ?? (SenderId is null || account.User is null || string.Equals(SenderId, account.User.Id, StringComparison.Ordinal));
}
