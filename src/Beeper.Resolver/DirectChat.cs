namespace Beeper.Resolver;

/// <summary>An existing chat with one other person.</summary>
/// <param name="Id">The chat ID; never the installation's local one.</param>
/// <param name="AccountId">The account it belongs to.</param>
/// <param name="Participants">The participants the API listed, the account's own user among them where it tells.</param>
public sealed record DirectChat(string Id, string AccountId, IReadOnlyList<NetworkUser> Participants)
{
    /// <summary>Time of the last activity (UTC), or null when unknown.</summary>
    public DateTimeOffset? LastActivity { get; init; }

    /// <summary>The chat's ID only.</summary>
    public override string ToString() => Id;
}
