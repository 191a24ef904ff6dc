using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>The names of a contact in comparison form, folded once: its own, and those and the nicknames of its records.</summary>
public sealed class ContactNames
{
    private readonly FoldedName[] _names;

    private ContactNames(Contact contact, FoldedName[] names)
    {
        Contact = contact;
        _names = names;
    }

    /// <summary>The contact.</summary>
    public Contact Contact { get; }

    /// <summary>The contact's own name.</summary>
    public FoldedName Own => _names[0];

    /// <summary>Folds the names of a contact.</summary>
    public static ContactNames Of(Contact contact)
    {
        if (contact.Records.Count == 1 && contact.Records[0].Nickname is null && string.Equals(contact.Records[0].Name, contact.Name, StringComparison.Ordinal))
            return new ContactNames(contact, [NameFolder.Fold(contact.Name)]);
        var names = new List<FoldedName> { NameFolder.Fold(contact.Name) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { contact.Name };
        foreach (var record in contact.Records)
        {
            if (seen.Add(record.Name) && record.Name.Length > 0)
                names.Add(NameFolder.Fold(record.Name));
            if (record.Nickname is { Length: > 0 } nickname && seen.Add(nickname))
                names.Add(NameFolder.Fold(nickname));
        }
        return new ContactNames(contact, [.. names]);
    }

    /// <summary>
    /// The best agreement of any of the names with another. A name that tells nothing, such as an emoji for a nickname, does not cover up
    /// that the others conflict.
    /// </summary>
    /// <param name="other">The name to compare with.</param>
    /// <param name="agreeing">The contact's name that agrees best.</param>
    public NameAgreement AgreementWith(FoldedName other, out FoldedName agreeing)
    {
        agreeing = _names[0];
        // A row that leaves the generation out does not make father and son one.
        if (other.Generation is not null && Array.Exists(_names, name => name.Generation is not null) && !Array.Exists(_names, name => name.Generation == other.Generation))
            return NameAgreement.Conflict;
        var best = NameAgreement.Unknown;
        var conflicts = false;
        foreach (var name in _names)
        {
            var agreement = NameComparer.Compare(name, other);
            conflicts |= agreement == NameAgreement.Conflict && name.Tokens.Count > 1;
            if (Rank(agreement) <= Rank(best))
                continue;
            best = agreement;
            agreeing = name;
        }
        // A row that says only José does not make José Casamayor of José Villaalta.
        return best == NameAgreement.Weak && conflicts && agreeing.Tokens.Count == 1 && other.Tokens.Count > 1 ? NameAgreement.Conflict : best;
    }

    private static int Rank(NameAgreement agreement) => agreement switch
    {
        NameAgreement.Strong => 4,
        NameAgreement.Compatible => 3,
        NameAgreement.Weak => 2,
        NameAgreement.Conflict => 1,
        _ => 0,
    };
}
