namespace Beeper.Resolver.Desktop;

/// <summary>One start: find the direct chat with a person on an account, or make it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="User">The person; must hold an identifier besides the name.</param>
public sealed record StartRequest(string AccountId, UserPayload User)
{
    /// <summary>Whether the network may invite the person, which they see. Always sent, because the API's own default is true. Default false.</summary>
    public bool AllowInvite { get; init; }

    /// <summary>A first message; null (the default) sends none.</summary>
    public string? MessageText { get; init; }
}
