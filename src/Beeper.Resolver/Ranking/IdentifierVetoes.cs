using Beeper.Resolver.Networks;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// What forbids trying an identifier, whatever its score: holds need a person's decision, skips are never tried.
/// </summary>
internal sealed class IdentifierVetoes
{
    private static readonly Evidence Shared = new("hold.shared", 0, "contacts with other names have the same one");
    private static readonly Evidence Role = new("hold.role_mailbox", 0, "a mailbox of a function, not of a person");
    private static readonly Evidence OthersName = new("hold.others_name", 0, "it spells the name of another contact");
    private static readonly Evidence NoReply = new("skip.no_reply", 0, "nobody reads this mailbox");
    private static readonly Evidence Machine = new("skip.not_a_voice_line", 0, "fax, pager or text telephone");
    private static readonly Evidence Service = new("skip.service_number", 0, "a service number, not a person's");
    private static readonly Evidence Own = new("skip.self", 0, "this is your own");
    private static readonly Evidence Form = new("skip.refused_form", 0, "the network does not take it in this form");
    private static readonly Evidence Unlikely = new("skip.unlikely", 0, "the chance is too small to be worth a request");

    private readonly RankingModel _model;
    private readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase);

    public IdentifierVetoes(RankingModel model, IReadOnlyList<Account> accounts)
    {
        _model = model;
        foreach (var account in accounts)
        {
            if (account.User?.PhoneNumber is { Length: > 0 } phone)
                _own.Add(phone);
            if (account.User?.Email is { Length: > 0 } email)
                _own.Add(email);
        }
    }

    /// <summary>The veto that holds on any network, or null.</summary>
    /// <param name="given">The identifier.</param>
    /// <param name="shared">How its holders stand to each other.</param>
    /// <param name="name">The contact's name; only read for handles and addresses.</param>
    /// <param name="spelled">What the handle or the local part spells.</param>
    public Evidence? Of(ContactIdentifier given, SharedIdentifier shared, FoldedName name, FoldedName spelled)
    {
        var veto = given.Identifier.Kind switch
        {
            IdentifierKind.Phone => OfPhone(given),
            IdentifierKind.Email => OfEmail(given.Identifier.Value),
            _ => null,
        };
        if (veto is not null)
            return veto;
        if (shared == SharedIdentifier.Conflicting)
            return Shared;
        return SpellsAnother(name, spelled) ? OthersName : null;
    }

    /// <summary>The veto that holds on one account, or null: the user's own, and forms the network would misread.</summary>
    public Evidence? OfAccount(Identifier identifier, Account account, NetworkProfile profile)
    {
        if (IsOwn(identifier, account.User) || (_own.Count > 0 && identifier.Kind is IdentifierKind.Phone or IdentifierKind.Email && _own.Contains(identifier.Value)))
            return Own;
        return IdentifierForm.IsTaken(identifier, profile) ? null : Form;
    }

    /// <summary>The veto of a score, or null.</summary>
    public Evidence? OfScore(double score) => score < _model.Weights.LeastScore ? Unlikely : null;

    private static Evidence? OfPhone(ContactIdentifier given)
    {
        if (PhoneLabels.AreOnlyMachines(given))
            return Machine;
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

    // Whole names only: "sunny.day" spells nobody's, and a household's shared first name is no contradiction.
    private bool SpellsAnother(FoldedName name, FoldedName spelled) =>
        spelled.Tokens.Count > 1 && _model.Names.Holders(spelled) > 0 && NameComparer.Compare(name, spelled) == NameAgreement.Conflict;

    private static bool IsOwn(Identifier identifier, NetworkUser? user) => user is not null && identifier.Kind switch
    {
        IdentifierKind.UserId => string.Equals(identifier.Value, user.Id, StringComparison.Ordinal),
        IdentifierKind.Phone => string.Equals(identifier.Value, user.PhoneNumber, StringComparison.Ordinal),
        IdentifierKind.Email => string.Equals(identifier.Value, user.Email, StringComparison.OrdinalIgnoreCase),
        IdentifierKind.Username => user.Username is not null && string.Equals(identifier.Value, user.Username.TrimStart('@'), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
