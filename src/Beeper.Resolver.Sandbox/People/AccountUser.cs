namespace Beeper.Resolver.Sandbox.People;

/// <summary>The owner of an account.</summary>
/// <param name="Id">User ID.</param>
public sealed record AccountUser(string Id)
{
    /// <summary>Full name.</summary>
    public string? FullName { get; init; }

    /// <summary>Phone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Handle.</summary>
    public string? Username { get; init; }
}
