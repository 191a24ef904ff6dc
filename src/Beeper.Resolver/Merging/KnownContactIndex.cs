using System.Runtime.InteropServices;

namespace Beeper.Resolver.Merging;

/// <summary>Known contacts by identifier, and by identifier and name together. Lists are cut at a length beyond which an identifier is nobody's own.</summary>
internal sealed class KnownContactIndex
{
    private readonly Dictionary<ulong, List<KnownContact>> _byKey = [];
    private readonly int _most;

    public KnownContactIndex(IEnumerable<KnownContact> known, int most)
    {
        _most = most;
        foreach (var contact in known)
        {
            foreach (var identifier in contact.Identifiers)
            {
                var key = MergeKey.Hash(identifier);
                Add(key, contact);
                Add(WithName(key, contact.Name), contact);
            }
        }
    }

    /// <summary>Adds a vote for each known contact per identifier it has in common with the contact, half a vote more where the name is the same.</summary>
    public void Vote(Contact contact, Dictionary<string, double> votes)
    {
        foreach (var given in contact.Identifiers)
        {
            var key = MergeKey.Hash(given.Identifier);
            Vote(key, 1, votes);
            Vote(WithName(key, contact.Name), 0.5, votes);
        }
    }

    private void Vote(ulong key, double weight, Dictionary<string, double> votes)
    {
        if (!_byKey.TryGetValue(key, out var holders) || holders.Count > _most)
            return;
        foreach (var holder in holders)
            CollectionsMarshal.GetValueRefOrAddDefault(votes, holder.Key, out _) += weight;
    }

    private void Add(ulong key, KnownContact contact)
    {
        ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _);
        holders ??= new List<KnownContact>(1);
        if (holders.Count <= _most)
            holders.Add(contact);
    }

    private static ulong WithName(ulong key, string name) => StableHash.Mix(StableHash.AddLower(key, name));
}
