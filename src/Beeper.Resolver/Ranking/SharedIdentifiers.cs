using System.Runtime.InteropServices;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>Which identifiers several contacts hold. An identifier on more than five contacts is nobody's own and counts as conflicting.</summary>
public sealed class SharedIdentifiers
{
    private const int TooMany = 5;

    private readonly Dictionary<MergeKey, SharedIdentifier> _shared = [];
    private readonly Dictionary<MergeKey, List<string>> _holders = [];

    /// <summary>Finds the shared identifiers of an address book; linear in its size.</summary>
    public SharedIdentifiers(IReadOnlyList<Contact> contacts)
    {
        var first = new Dictionary<MergeKey, int>();
        var holders = new Dictionary<MergeKey, List<int>>();
        for (var index = 0; index < contacts.Count; index++)
        {
            foreach (var given in contacts[index].Identifiers)
            {
                var key = MergeKey.Of(given.Identifier);
                ref var holder = ref CollectionsMarshal.GetValueRefOrAddDefault(first, key, out var known);
                if (!known)
                    holder = index;
                else if (holder != index)
                    Add(holders, key, holder, index);
            }
        }
        foreach (var (key, list) in holders)
        {
            _shared[key] = Judge(contacts, list);
            if (_shared[key] == SharedIdentifier.Conflicting && list.Count <= TooMany)
                _holders[key] = list.ConvertAll(index => contacts[index].Name);
        }
    }

    /// <summary>How the identifier is held.</summary>
    public SharedIdentifier Of(Identifier identifier) =>
        _shared.Count == 0 ? SharedIdentifier.Own : _shared.GetValueOrDefault(MergeKey.Of(identifier), SharedIdentifier.Own);

    /// <summary>Whether so few contacts hold a shared identifier that a shown name could tell which of them it is.</summary>
    public bool CanBeSettled(Identifier identifier) => _holders.ContainsKey(MergeKey.Of(identifier));

    /// <summary>
    /// Whether a name conflicts with every holder of an identifier who has another name than the contact: then the network has told which of
    /// them it is. False where the holders are too many to tell.
    /// </summary>
    public bool IsOnlyHolder(Identifier identifier, Contact contact, FoldedName shown)
    {
        if (!_holders.TryGetValue(MergeKey.Of(identifier), out var names))
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

    private static void Add(Dictionary<MergeKey, List<int>> holders, MergeKey key, int first, int index)
    {
        if (!holders.TryGetValue(key, out var list))
            holders[key] = list = [first];
        if (list.Count <= TooMany && list[^1] != index)
            list.Add(index);
    }

    private static SharedIdentifier Judge(IReadOnlyList<Contact> contacts, List<int> holders)
    {
        if (holders.Count > TooMany)
            return SharedIdentifier.Conflicting;
        var names = holders.ConvertAll(index => NameFolder.Fold(contacts[index].Name));
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
