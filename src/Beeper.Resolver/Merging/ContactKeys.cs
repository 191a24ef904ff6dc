namespace Beeper.Resolver.Merging;

/// <summary>
/// Gives each contact its key. A contact that says the same as a known one has its key; a changed one takes over the key of the known contact
/// with which it shares most identifiers (the name breaks ties), so that it keeps its chats; a new one gets a hash of what it says, which is
/// the same on every machine. An identifier that very many known contacts have tells nothing, unless the name agrees too.
/// </summary>
internal sealed class ContactKeys
{
    private const int MostHolders = 20;
    private const int Nobody = -1;

    private readonly KnownContact[] _known;
    private readonly bool[] _claimed;
    private readonly int[] _keyOf;
    private readonly ContactDigests _digests;

    public ContactKeys(IEnumerable<KnownContact> known, ContactDigests digests)
    {
        _known = [.. known];
        _claimed = new bool[_known.Length];
        _digests = digests;
        _keyOf = new int[digests.Says.Length];
        Array.Fill(_keyOf, Nobody);
    }

    /// <summary>The keys, in the order of the contacts.</summary>
    /// <param name="nameOf">The name of a contact.</param>
    public ContactKeyList Assign(Func<int, string> nameOf)
    {
        if (_known.Length > 0)
        {
            TakeUnchanged();
            TakeChanged(nameOf);
        }
        // A key that nobody claimed stays its former contact's: it may come back.
        var taken = new HashSet<ulong>(_keyOf.Length);
        foreach (var known in _known)
        {
            if (ShortKey.TryParse(known.Key, out var key))
                taken.Add(key);
        }
        var fresh = new ulong[_keyOf.Length];
        for (var contact = 0; contact < fresh.Length; contact++)
        {
            if (_keyOf[contact] == Nobody)
                fresh[contact] = NewKey(_digests.Fresh[contact], taken);
        }
        return new ContactKeyList(_known, _keyOf, fresh);
    }

    // Known contacts and today's in one table, by what they say.
    private void TakeUnchanged()
    {
        var says = new ulong[_known.Length];
        Parallel.For(0, says.Length, index => says[index] = ContactDigests.Of(_known[index]));
        var table = KeyTable.Build(says.Length + _keyOf.Length, (index, keys) => keys.Add(index < says.Length ? says[index] : _digests.Says[index - says.Length]));
        table.Groups(int.MaxValue, (_, _, group) =>
        {
            var known = 0;
            while (known < group.Length && group[known] < says.Length)
                known++;
            if (known == 1 && group.Length > 1)
                Claim(group[1] - says.Length, group[0]);
            else if (known > 1)
                TakeAlike(group[..known], group[known..]);
        });
    }

    // Several known contacts say the same: each goes to the contact that would be given its key anew, and what is left in the order of the keys.
    private void TakeAlike(ReadOnlySpan<int> known, ReadOnlySpan<int> contacts)
    {
        var free = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var at in known)
            free.Add(_known[at].Key, at);
        var next = new Dictionary<ulong, ulong>();
        foreach (var contact in contacts)
        {
            // Contacts that are the same in everything were given one key after another (see NewKey).
            var fresh = _digests.Fresh[contact - _known.Length];
            var hash = next.GetValueOrDefault(fresh, fresh);
            next[fresh] = StableHash.Mix(hash + 1);
            if (free.Remove(ShortKey.Text(hash), out var at))
                Claim(contact - _known.Length, at);
        }
        var rest = new Queue<int>(free.Values);
        foreach (var contact in contacts)
        {
            if (_keyOf[contact - _known.Length] == Nobody && rest.TryDequeue(out var at))
                Claim(contact - _known.Length, at);
        }
    }

    private void TakeChanged(Func<int, string> nameOf)
    {
        var rest = Enumerable.Range(0, _known.Length).Where(at => !_claimed[at]).ToArray();
        if (rest.Length == 0)
            return;
        var index = new KnownContactIndex(_known, rest, MostHolders);
        var claims = new List<(int Contact, int Known, double Votes)>();
        var (votes, identifiers) = (new Dictionary<int, double>(), new Dictionary<ulong, ulong>());
        for (var contact = 0; contact < _keyOf.Length; contact++)
        {
            if (_keyOf[contact] != Nobody)
                continue;
            votes.Clear();
            identifiers.Clear();
            _digests.Identifiers(contact, identifiers);
            index.Vote(identifiers.Values, nameOf(contact), votes);
            foreach (var (known, count) in votes)
                claims.Add((contact, known, count));
        }
        claims.Sort((a, b) =>
        {
            var result = b.Votes.CompareTo(a.Votes);
            if (result == 0)
                result = string.CompareOrdinal(_known[a.Known].Key, _known[b.Known].Key);
            if (result == 0)
                result = string.CompareOrdinal(nameOf(a.Contact), nameOf(b.Contact));
            return result != 0 ? result : _digests.Fresh[a.Contact].CompareTo(_digests.Fresh[b.Contact]);
        });
        foreach (var (contact, known, _) in claims)
        {
            if (_keyOf[contact] == Nobody && !_claimed[known])
                Claim(contact, known);
        }
    }

    private void Claim(int contact, int known) => (_keyOf[contact], _claimed[known]) = (known, true);

    private static ulong NewKey(ulong hash, HashSet<ulong> taken)
    {
        // Rows that are the same in everything; which of them has which key makes no difference.
        while (!taken.Add(ShortKey.Of(hash)))
            hash = StableHash.Mix(hash + 1);
        return hash;
    }
}
