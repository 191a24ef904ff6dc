using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// What forbids trying an identifier, whatever its score: holds need a person's decision, skips are never tried.
/// </summary>
internal static class IdentifierVetoes
{
    private static readonly Evidence Shared = new("hold.shared", 0, "contacts with other names have the same one");
    private static readonly Evidence Role = new("hold.role_mailbox", 0, "a mailbox of a function, not of a person");
    private static readonly Evidence NoReply = new("skip.no_reply", 0, "nobody reads this mailbox");
    private static readonly Evidence Fax = new("skip.not_a_voice_line", 0, "fax, pager or text telephone");
    private static readonly Evidence Service = new("skip.service_number", 0, "a service number, not a person's");
    private static readonly Evidence Own = new("skip.self", 0, "this is your own");

    private static readonly HashSet<string> FaxLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        "fax", "home fax", "work fax", "other fax", "pager", "telex", "isdn", "tty",
    };

    public static Evidence? Of(ContactIdentifier given, Account account, SharedIdentifiers shared)
    {
        if (IsOwn(given.Identifier, account.User))
            return Own;
        var veto = given.Identifier.Kind switch
        {
            IdentifierKind.Phone => OfPhone(given),
            IdentifierKind.Email => OfEmail(given.Identifier.Value),
            _ => null,
        };
        return veto ?? (shared.Of(given.Identifier) == SharedIdentifier.Conflicting ? Shared : null);
    }

    private static Evidence? OfPhone(ContactIdentifier given)
    {
        if (given.Occurrences.All(static occurrence => occurrence.Label is not null && FaxLabels.Contains(occurrence.Label)))
            return Fax;
        return given.Occurrences[0].Type is PhoneType.TollFree or PhoneType.PremiumRate or PhoneType.SharedCost or PhoneType.Pager or PhoneType.VoiceMail
            ? Service
            : null;
    }

    private static Evidence? OfEmail(string value) => EmailRole.Of(value) switch
    {
        EmailRoleKind.NoReply => NoReply,
        EmailRoleKind.Role => Role,
        _ => null,
    };

    private static bool IsOwn(Identifier identifier, NetworkUser? user) => user is not null && identifier.Kind switch
    {
        IdentifierKind.UserId => string.Equals(identifier.Value, user.Id, StringComparison.Ordinal),
        IdentifierKind.Phone => string.Equals(identifier.Value, user.PhoneNumber, StringComparison.Ordinal),
        IdentifierKind.Email => string.Equals(identifier.Value, user.Email, StringComparison.OrdinalIgnoreCase),
        IdentifierKind.Username => user.Username is not null && string.Equals(identifier.Value, user.Username.TrimStart('@'), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
