using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox.People;

/// <summary>A person on one account's network.</summary>
public sealed record Person
{
    /// <summary>The account.</summary>
    [JsonPropertyName("accountID")]
    public required string AccountId { get; init; }

    /// <summary>User ID, unique on the account.</summary>
    public required string Id { get; init; }

    /// <summary>Profile name, or null.</summary>
    public string? FullName { get; init; }

    /// <summary>Phone number as the network knows it, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Handle, or null.</summary>
    public string? Username { get; init; }

    /// <summary>Whether the account's contact list has the person.</summary>
    public bool InContacts { get; init; }

    /// <summary>The direct chat that exists already, or null.</summary>
    public SeededChat? Chat { get; init; }

    /// <summary>Resolves only when invitations are allowed.</summary>
    public bool InviteOnly { get; init; }

    /// <summary>No direct chat can be started.</summary>
    public bool CannotMessage { get; init; }

    /// <summary>A chat is created only with a first message.</summary>
    public bool NeedsMessageText { get; init; }

    /// <summary>The ID of the person whose chat is really returned, or null.</summary>
    public string? RedirectsTo { get; init; }
}
