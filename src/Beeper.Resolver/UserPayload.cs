namespace Beeper.Resolver;

/// <summary>
/// The person a start names. The API takes at most one value of each member; the resolver sends one identifier and the full name.
/// </summary>
public sealed record UserPayload
{
    /// <summary>A known user ID of the network.</summary>
    public string? Id { get; init; }

    /// <summary>Handle.</summary>
    public string? Username { get; init; }

    /// <summary>Phone number, E.164 preferred.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Full name: a hint for ranking, which never resolves anybody by itself.</summary>
    public string? FullName { get; init; }

    /// <summary>Whether any member besides the name is present.</summary>
    public bool HasIdentifier => Id is not null || Username is not null || PhoneNumber is not null || Email is not null;

    /// <summary>One identifier with the full name as a hint.</summary>
    public static UserPayload For(Identifier identifier, string? fullName)
    {
        var payload = new UserPayload { FullName = string.IsNullOrWhiteSpace(fullName) ? null : fullName };
        return identifier.Kind switch
        {
            IdentifierKind.UserId => payload with { Id = identifier.Value },
            IdentifierKind.Phone => payload with { PhoneNumber = identifier.Value },
            IdentifierKind.Email => payload with { Email = identifier.Value },
            IdentifierKind.Username => payload with { Username = identifier.Value },
            _ => throw new ArgumentOutOfRangeException(nameof(identifier), identifier.Kind, "Unknown identifier kind."),
        };
    }

    /// <summary>Which members are present, without their values.</summary>
    public override string ToString() =>
        string.Join('+', new[] { Id is null ? null : "id", Username is null ? null : "username", PhoneNumber is null ? null : "phoneNumber", Email is null ? null : "email", FullName is null ? null : "fullName" }.OfType<string>());
}
