using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>
/// Compares the person a network shows with the contact. A conflicting name is real evidence against; agreement is weak, because some
/// networks echo the address book's own name. A name that says nothing is neutral.
/// </summary>
public static class PersonCheck
{
    private static readonly Evidence NameConflict = new("hold.name_conflict", 0, "the network shows another name");

    /// <summary>The evidence of the comparison: a hold, a weight, or null when the names tell nothing.</summary>
    public static Evidence? Compare(Contact contact, NetworkUser user, RankingWeights weights)
    {
        if (string.IsNullOrWhiteSpace(user.FullName) || contact.Name.Length == 0)
            return null;
        return Agreement(contact, user.FullName) switch
        {
            NameAgreement.Strong => weights["lookup.name.strong"],
            NameAgreement.Compatible => weights["lookup.name.compatible"],
            NameAgreement.Weak => weights["lookup.name.weak"],
            NameAgreement.Conflict => NameConflict,
            _ => null,
        };
    }

    /// <summary>The best agreement of any of the contact's names (full names and nicknames of its records) with the network's name.</summary>
    public static NameAgreement Agreement(Contact contact, string shownName)
    {
        var shown = NameFolder.Fold(shownName);
        var best = NameComparer.Compare(NameFolder.Fold(contact.Name), shown);
        foreach (var record in contact.Records)
        {
            foreach (var name in (ReadOnlySpan<string?>)[record.Name, record.Nickname])
            {
                if (!string.IsNullOrEmpty(name))
                    best = Better(best, NameComparer.Compare(NameFolder.Fold(name), shown));
            }
        }
        return best;
    }

    private static NameAgreement Better(NameAgreement a, NameAgreement b) => Rank(a) >= Rank(b) ? a : b;

    private static int Rank(NameAgreement agreement) => agreement switch
    {
        NameAgreement.Strong => 4,
        NameAgreement.Compatible => 3,
        NameAgreement.Weak => 2,
        NameAgreement.Unknown => 1,
        _ => 0,
    };
}
