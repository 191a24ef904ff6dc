using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>Which identifiers several contacts hold. An identifier on more than five contacts is nobody's own and counts as conflicting.</summary>
public sealed class SharedIdentifiers
{
    private const int TooMany = 5;

    private readonly Dictionary<ulong, SharedIdentifier> _shared = [];
    private readonly Dictionary<ulong, List<string>> _holders = [];

    /// <summary>Finds the shared identifiers of an address book; linear in its size.</summary>
    public SharedIdentifiers(IReadOnlyList<Contact> contacts)
    {
        var found = Enumerable.Range(0, KeyTable.BucketCount).Select(static _ => new List<(ulong Key, SharedIdentifier Shared, List<string>? Names)>()).ToArray();
        var table = KeyTable.Build(contacts.Count, (index, keys) =>
        {
            for (var given = 0; given < contacts[index].Identifiers.Count; given++)
                keys.Add(MergeKey.SharingHash(contacts[index].Identifiers[given].Identifier));
        });
        table.Groups(int.MaxValue, (bucket, key, group) =>
        {
            var names = group.Length > TooMany ? null : group.ToArray().Select(index => contacts[index].Name).ToList();
            found[bucket].Add((key, names is null ? SharedIdentifier.Conflicting : Judge(names), names));
        });
        foreach (var (key, shared, names) in found.SelectMany(static one => one))
        {
            _shared[key] = shared;
            if (shared == SharedIdentifier.Conflicting && names is not null)
                _holders[key] = names;
        }
    }

    /// <summary>How the identifier is held.</summary>
    public SharedIdentifier Of(Identifier identifier) =>
        _shared.Count == 0 ? SharedIdentifier.Own : _shared.GetValueOrDefault(MergeKey.SharingHash(identifier), SharedIdentifier.Own);

    /// <summary>Whether so few contacts hold a shared identifier that a shown name could tell which of them it is.</summary>
    public bool CanBeSettled(Identifier identifier) => _holders.ContainsKey(MergeKey.SharingHash(identifier));

    /// <summary>
    /// Whether a name conflicts with every holder of an identifier who has another name than the contact: then the network has told which of
    /// them it is. False where the holders are too many to tell.
    /// </summary>
    public bool IsOnlyHolder(Identifier identifier, Contact contact, FoldedName shown)
    {
        if (!_holders.TryGetValue(MergeKey.SharingHash(identifier), out var names))
            return false;
        var own = NameFolder.Fold(contact.Name);
        foreach (var name in names)
        {
            if (string.Equals(name, contact.Name, StringComparison.Ordinal))
                continue;
            if (NameFolder.Fold(name) is var other && NameComparer.Compare(other, shown) != NameAgreement.Conflict && NameComparer.Compare(other, own) == NameAgreement.Conflict)
                return false;
        }
        return true;
    }

    private static SharedIdentifier Judge(List<string> holders)
    {
        var names = holders.ConvertAll(NameFolder.Fold);
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = i + 1; j < names.Count; j++)
            {
                if (AreTwo(names[i], names[j]))
                    return SharedIdentifier.Conflicting;
            }
        }
        return SharedIdentifier.Compatible;
    }

    // Names in scripts that cannot be compared, or none at all, contradict nothing; a function such as "Reception" shares its line with anybody.
    private static bool AreTwo(FoldedName left, FoldedName right) => NameComparer.Compare(left, right) switch
    {
        NameAgreement.Conflict => true,
        NameAgreement.Unknown => IsFunction(left) || IsFunction(right),
        _ => false,
    };

    private static bool IsFunction(FoldedName name) => name.Tokens.Count > 0 && !name.IsPerson;
}
