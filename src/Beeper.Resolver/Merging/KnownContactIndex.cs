using System.Runtime.InteropServices;

namespace Beeper.Resolver.Merging;

/// <summary>Known contacts by identifier, and by identifier and name together. Lists are cut at a length beyond which an identifier is nobody's own.</summary>
internal sealed class KnownContactIndex
{
    private readonly Dictionary<ulong, List<int>> _byKey = [];
    private readonly int _most;

    public KnownContactIndex(KnownContact[] known, int[] among, int most)
    {
        _most = most;
        foreach (var at in among)
        {
            foreach (var identifier in known[at].Identifiers)
            {
                var key = MergeKey.Hash(identifier);
                Add(key, at);
                Add(WithName(key, known[at].Name), at);
            }
        }
    }

    /// <summary>Adds a vote for each known contact per identifier it has in common with a contact, half a vote more where the name is the same.</summary>
    /// <param name="keys">The hashes of the keys of the contact's identifiers.</param>
    /// <param name="name">The contact's name.</param>
    /// <param name="votes">The votes by the place of the known contact.</param>
    public void Vote(IEnumerable<ulong> keys, string name, Dictionary<int, double> votes)
    {
        foreach (var key in keys)
        {
            Vote(key, 1, votes);
            Vote(WithName(key, name), 0.5, votes);
        }
    }

    private void Vote(ulong key, double weight, Dictionary<int, double> votes)
    {
        if (!_byKey.TryGetValue(key, out var holders) || holders.Count > _most)
            return;
        foreach (var holder in holders)
            CollectionsMarshal.GetValueRefOrAddDefault(votes, holder, out _) += weight;
    }

    private void Add(ulong key, int known)
    {
        ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _);
        holders ??= new List<int>(1);
        if (holders.Count <= _most)
            holders.Add(known);
    }

    private static ulong WithName(ulong key, string name) => StableHash.Mix(StableHash.AddLower(key, name));
}
