namespace Beeper.Resolver;

/// <summary>A chat account connected to Beeper.</summary>
/// <param name="Id">The API's account ID; opaque.</param>
/// <param name="Network">Canonical network key such as <c>whatsapp</c>; <c>unknown</c> where none fits.</param>
public sealed record Account(string Id, string Network)
{
    /// <summary>The network's name for people, as the API gives it; null where it gives none.</summary>
    public string? DisplayNetwork { get; init; }

    /// <summary>The API's status word (<c>connected</c>, <c>connecting</c> …); null where the app does not tell, which counts as connected.</summary>
    public string? Status { get; init; }

    /// <summary>The account's own user, to recognise the user's own identifiers; null where the API gives none.</summary>
    public NetworkUser? User { get; init; }

    /// <summary>Whether chats can be started on it now.</summary>
    public bool IsConnected => Status is null or "connected" or "backfilling";

    /// <summary>The account's ID only.</summary>
    public override string ToString() => Id;
}
