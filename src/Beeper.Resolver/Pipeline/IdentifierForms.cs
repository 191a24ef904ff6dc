using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Pipeline;

/// <summary>Whether a person a network returned is the one that was asked for, by the network's own rules of equality.</summary>
internal static class IdentifierForms
{
    /// <summary>Whether the person carries exactly the identifier; a missing member is no match.</summary>
    public static bool Matches(Identifier identifier, NetworkUser user, NetworkProfile profile) => identifier.Kind switch
    {
        IdentifierKind.UserId => string.Equals(identifier.Value, user.Id, StringComparison.Ordinal),
        IdentifierKind.Phone => user.PhoneNumber is { } phone && SamePhone(identifier.Value, phone, profile),
        IdentifierKind.Email => string.Equals(identifier.Value, user.Email, StringComparison.OrdinalIgnoreCase),
        IdentifierKind.Username => user.Username is { } username
            && string.Equals(identifier.Value, username.TrimStart('@'), profile.CaseSensitiveUsernames ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether the person carries a different value of the same kind, which contradicts the request.</summary>
    public static bool Contradicts(Identifier identifier, NetworkUser user, NetworkProfile profile) => identifier.Kind switch
    {
        IdentifierKind.Phone => !string.IsNullOrEmpty(user.PhoneNumber) && !Matches(identifier, user, profile),
        IdentifierKind.Email => !string.IsNullOrEmpty(user.Email) && !Matches(identifier, user, profile),
        IdentifierKind.Username => !string.IsNullOrEmpty(user.Username) && !Matches(identifier, user, profile),
        IdentifierKind.UserId => !Matches(identifier, user, profile),
        _ => false,
    };

    private static bool SamePhone(string asked, string shown, NetworkProfile profile)
    {
        var digits = string.Concat(shown.Where(static c => c == '+' || char.IsAsciiDigit(c)));
        return profile.PhoneVariants ? PhoneVariants.SamePhone(asked, digits) : string.Equals(asked, digits, StringComparison.Ordinal);
    }
}
