using System.Runtime.InteropServices;
using Beeper.Resolver.Merging;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Ranking;

/// <summary>Which identifiers several contacts hold. An identifier on more than five contacts is nobody's own and counts as conflicting.</summary>
public sealed class SharedIdentifiers
{
    private const int TooMany = 5;

    private readonly Dictionary<MergeKey, SharedIdentifier> _shared = [];

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
            _shared[key] = Judge(contacts, list);
    }

    /// <summary>How the identifier is held.</summary>
    public SharedIdentifier Of(Identifier identifier) =>
        _shared.Count == 0 ? SharedIdentifier.Own : _shared.GetValueOrDefault(MergeKey.Of(identifier), SharedIdentifier.Own);

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
                if (NameComparer.Compare(names[i], names[j]) is NameAgreement.Conflict or NameAgreement.Unknown)
                    return SharedIdentifier.Conflicting;
            }
        }
        return SharedIdentifier.Compatible;
    }
}
