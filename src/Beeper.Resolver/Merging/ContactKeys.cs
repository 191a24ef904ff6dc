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
        _taken.EnsureCapacity(contacts.Length);
        for (var index = 0; index < contacts.Length; index++)
            contacts[index] = contacts[index] with { Key = keys[index] ?? NewKey(Fresh(contacts[index])) };
        return contacts;
    }

    private List<KnownContact> TakeUnchanged(Contact[] contacts, string?[] keys)
    {
        var says = new ulong[_known.Count];
        Parallel.For(0, says.Length, index => says[index] = Says(_known[index].Name, _known[index].Identifiers));
        var order = Enumerable.Range(0, says.Length).ToArray();
        Array.Sort(says, order);
        var claimed = new bool[says.Length];
        var alike = new List<(int Contact, int From)>();
        for (var contact = 0; contact < contacts.Length; contact++)
        {
            var at = First(says, Says(contacts[contact].Name, contacts[contact].Identifiers));
            if (at < 0)
                continue;
            if (at + 1 < says.Length && says[at + 1] == says[at])
                alike.Add((contact, at));
            else if (!claimed[at])
                Claim(contact, at);
        }
        foreach (var group in alike.GroupBy(static one => one.From))
            TakeAlike(contacts, keys, [.. group.Select(static one => one.Contact)], group.Key);
        return [.. Enumerable.Range(0, claimed.Length).Where(at => !claimed[at]).Select(at => _known[order[at]])];

        void Claim(int contact, int at)
        {
            claimed[at] = true;
            keys[contact] = _known[order[at]].Key;
            _taken.Add(keys[contact]!);
        }

        // Several known contacts say the same: each goes to the contact that would be given its key anew, and what is left in the order of the keys.
        void TakeAlike(Contact[] all, string?[] given, int[] group, int from)
        {
            var free = new SortedDictionary<string, int>(StringComparer.Ordinal);
            for (var at = from; at < says.Length && says[at] == says[from]; at++)
                free.Add(_known[order[at]].Key, at);
            foreach (var contact in group)
            {
                if (free.Remove(Text(Fresh(all[contact])), out var at))
                    Claim(contact, at);
            }
            var rest = new Queue<int>(free.Values);
            foreach (var contact in group)
            {
                if (given[contact] is null && rest.TryDequeue(out var at))
                    Claim(contact, at);
            }
        }
    }

    private static int First(ulong[] sorted, ulong value)
    {
        var at = Array.BinarySearch(sorted, value);
        while (at > 0 && sorted[at - 1] == value)
            at--;
        return at;
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

    private string NewKey(ulong hash)
    {
        while (true)
        {
            var key = Text(hash);
            if (_taken.Add(key))
                return key;
            // Rows that are the same in everything; which of them has which key makes no difference.
            hash = StableHash.Mix(hash + 1);
        }
    }

    private static string Text(ulong hash) => string.Create(Length, hash, static (key, hash) =>
    {
        for (var index = 0; index < key.Length; index++)
            key[index] = Alphabet[(int)(hash >> (index * 5)) & 31];
    });

    // What the key of a contact nobody knows is made of: all that its records say.
    private static ulong Fresh(Contact contact)
    {
        var hash = 0UL;
        for (var index = 0; index < contact.Records.Count; index++)
            hash += RecordDigest.Of(contact.Records[index]);
        return StableHash.Mix(hash ^ Says(contact.Name, contact.Identifiers));
    }

    private static ulong Says(string name, IReadOnlyList<ContactIdentifier> identifiers)
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
