namespace Beeper.Resolver;

/// <summary>The names of identifier kinds on every wire: flag, column, JSON field.</summary>
public static class IdentifierKindNames
{
    /// <summary>The name of a kind: <c>id</c>, <c>phone</c>, <c>email</c> or <c>username</c>.</summary>
    public static string Of(IdentifierKind kind) => kind switch
    {
        IdentifierKind.UserId => "id",
        IdentifierKind.Phone => "phone",
        IdentifierKind.Email => "email",
        IdentifierKind.Username => "username",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown identifier kind."),
    };

    /// <summary>The kind of a name.</summary>
    public static IdentifierKind Parse(string name) => name switch
    {
        "id" => IdentifierKind.UserId,
        "phone" => IdentifierKind.Phone,
        "email" => IdentifierKind.Email,
        "username" => IdentifierKind.Username,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Expected id, phone, email or username."),
    };
}
