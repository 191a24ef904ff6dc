using System.Runtime.InteropServices;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Gives each contact its key. A contact that says the same as a known one has its key; a changed one takes over the key of the known contact
/// with which it shares most identifiers (the name breaks ties), so that it keeps its chats; a new one gets a hash of what it says, which is
/// the same on every machine. An identifier that very many known contacts have tells nothing, unless the name agrees too.
/// </summary>
internal sealed class ContactKeys
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 10;
    private const int MostHolders = 20;

    private readonly List<KnownContact> _known;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public ContactKeys(IEnumerable<KnownContact> known) => _known = [.. known];

    /// <summary>The contacts with their keys set, in the order given.</summary>
    public Contact[] Assign(Contact[] contacts)
    {
        var keys = new string?[contacts.Length];
        if (_known.Count > 0)
        {
            var rest = TakeUnchanged(contacts, keys);
            TakeChanged(contacts, keys, rest);
        }
        var hashes = new ulong[contacts.Length];
        Parallel.For(0, contacts.Length, index => hashes[index] = keys[index] is null ? Says(contacts[index].Name, contacts[index].Identifiers) : 0);
        foreach (var index in ByContent(contacts, keys, hashes))
            keys[index] = NewKey(hashes[index]);
        for (var index = 0; index < contacts.Length; index++)
            contacts[index] = contacts[index] with { Key = keys[index]! };
        return contacts;
    }

    private List<KnownContact> TakeUnchanged(Contact[] contacts, string?[] keys)
    {
        var unclaimed = new Dictionary<ulong, Queue<KnownContact>>();
        foreach (var known in _known.OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(unclaimed, Says(known.Name, known.Identifiers), out _);
            (same ??= new Queue<KnownContact>(1)).Enqueue(known);
        }
        for (var index = 0; index < contacts.Length; index++)
        {
            if (unclaimed.TryGetValue(Says(contacts[index].Name, contacts[index].Identifiers), out var same) && same.TryDequeue(out var known))
            {
                keys[index] = known.Key;
                _taken.Add(known.Key);
            }
        }
        return [.. unclaimed.Values.SelectMany(static same => same)];
    }

    private void TakeChanged(Contact[] contacts, string?[] keys, List<KnownContact> rest)
    {
        if (rest.Count == 0)
            return;
        var index = new KnownContactIndex(rest, MostHolders);
        var claims = new List<(int Contact, string Key, double Votes)>();
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var contact = 0; contact < contacts.Length; contact++)
        {
            if (keys[contact] is not null)
                continue;
            votes.Clear();
            index.Vote(contacts[contact], votes);
            foreach (var (key, count) in votes)
                claims.Add((contact, key, count));
        }
        claims.Sort((a, b) =>
        {
            var result = b.Votes.CompareTo(a.Votes);
            if (result == 0)
                result = string.CompareOrdinal(a.Key, b.Key);
            return result != 0 ? result : string.CompareOrdinal(contacts[a.Contact].Name, contacts[b.Contact].Name);
        });
        foreach (var (contact, key, _) in claims)
        {
            if (keys[contact] is null && _taken.Add(key))
                keys[contact] = key;
        }
        // A key that nobody claimed stays its former contact's: it may come back.
        foreach (var known in rest)
            _taken.Add(known.Key);
    }

    // Contacts that say exactly the same share a hash; what else their records say decides which of them comes first.
    private static List<int> ByContent(Contact[] contacts, string?[] keys, ulong[] hashes)
    {
        var fresh = new List<int>(contacts.Length);
        for (var index = 0; index < contacts.Length; index++)
        {
            if (keys[index] is null)
                fresh.Add(index);
        }
        var seen = new HashSet<ulong>(fresh.Count);
        var again = fresh.Where(index => !seen.Add(hashes[index])).Select(index => hashes[index]).ToHashSet();
        if (again.Count > 0)
        {
            var ordered = fresh.Where(index => again.Contains(hashes[index])).OrderBy(index => contacts[index].Records.Aggregate(0UL, static (sum, record) => sum + RecordDigest.Of(record))).ToList();
            fresh.RemoveAll(index => again.Contains(hashes[index]));
            fresh.AddRange(ordered);
        }
        return fresh;
    }

    private string NewKey(ulong hash)
    {
        while (true)
        {
            var key = string.Create(Length, hash, static (key, hash) =>
            {
                for (var index = 0; index < key.Length; index++)
                    key[index] = Alphabet[(int)(hash >> (index * 5)) & 31];
            });
            if (_taken.Add(key))
                return key;
            hash = StableHash.Mix(hash + 1);
        }
    }

    internal static ulong Says(string name, IReadOnlyList<ContactIdentifier> identifiers)
    {
        var hash = 0UL;
        for (var index = 0; index < identifiers.Count; index++)
            hash += Whole(identifiers[index].Identifier);
        return Says(name, hash);
    }

    private static ulong Says(string name, IReadOnlyList<Identifier> identifiers)
    {
        var hash = 0UL;
        for (var index = 0; index < identifiers.Count; index++)
            hash += Whole(identifiers[index]);
        return Says(name, hash);
    }

    private static ulong Says(string name, ulong identifiers) => StableHash.Mix(StableHash.Add(StableHash.Seed(11), name) ^ identifiers);

    // Identifiers that are one key but not the same, such as a number with and without a network, count as different here.
    private static ulong Whole(Identifier identifier) => StableHash.Mix(StableHash.Add(StableHash.Add(StableHash.Seed((int)identifier.Kind + 1), identifier.Network), identifier.Value));
}
