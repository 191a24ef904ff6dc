namespace Beeper.Resolver;

/// <summary>A person as a chat network knows them. All but the ID may be absent.</summary>
/// <param name="Id">The network's user ID; unique within one account only.</param>
public sealed record NetworkUser(string Id)
{
    /// <summary>Full or profile name.</summary>
    public string? FullName { get; init; }

    /// <summary>Handle; some networks include an <c>@</c>.</summary>
    public string? Username { get; init; }

    /// <summary>Phone number, E.164 where the network is exact.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E-mail address; not verified by the network.</summary>
    public string? Email { get; init; }

    /// <summary>True when the network refuses a direct chat with this person.</summary>
    public bool CannotMessage { get; init; }

    /// <summary>True when this is the account's owner.</summary>
    public bool IsSelf { get; init; }

    /// <summary>The ID only, since the rest is personal.</summary>
    public override string ToString() => "network user";
}
