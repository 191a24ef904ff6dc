namespace Beeper.Resolver.Merging;

/// <summary>Two hashes of each contact to be: of its name and identifiers, and of all that its records say.</summary>
internal sealed class ContactDigests
{
    private readonly RecordTable _table;
    private readonly ContactGroups _groups;

    public ContactDigests(RecordTable table, ContactGroups groups)
    {
        _table = table;
        _groups = groups;
        Says = new ulong[groups.Count];
        Fresh = new ulong[groups.Count];
        Parallel.For(0, (groups.Count + RecordPart.Size - 1) / RecordPart.Size, part =>
        {
            for (var contact = part * RecordPart.Size; contact < Math.Min(groups.Count, (part + 1) * RecordPart.Size); contact++)
                Read(contact);
        });
    }

    /// <summary>Of the name and the identifiers: a known contact of which this is the same is this contact.</summary>
    public ulong[] Says { get; }

    /// <summary>Of all that the records say: what the key of a contact nobody knows is made of.</summary>
    public ulong[] Fresh { get; }

    /// <summary>The first of the two hashes for a known contact.</summary>
    public static ulong Of(KnownContact known)
    {
        var hash = 0UL;
        for (var index = 0; index < known.Identifiers.Count; index++)
            hash += MergeKey.WholeHash(known.Identifiers[index]);
        return StableHash.Mix(StableHash.Add(StableHash.Seed(11), known.Name) ^ hash);
    }

    /// <summary>The different identifiers of a contact, as the hashes of themselves and of their keys.</summary>
    public void Identifiers(int contact, Dictionary<ulong, ulong> found)
    {
        foreach (var record in _groups.MembersOf(contact))
        {
            var whole = _table.Identifiers(record);
            var keys = _table.Keys(record);
            for (var index = 0; index < whole.Length; index++)
                found.TryAdd(whole[index], keys[index]);
        }
    }

    private void Read(int contact)
    {
        var (name, identifiers, records) = (0UL, 0UL, 0UL);
        if (_groups.IsSingle(contact))
        {
            var record = _groups.FirstOf(contact);
            (name, records) = (_table.NameHashes[record], _table.Digests[record]);
            foreach (var hash in _table.Identifiers(record))
                identifiers += hash;
        }
        else
        {
            var members = _groups.MembersOf(contact);
            name = StableHash.Add(StableHash.Seed(11), FullestName.Of(Array.ConvertAll(members, member => _table.Records[member])));
            for (var member = 0; member < members.Length; member++)
            {
                records += _table.Digests[members[member]];
                identifiers += Sum(members, member);
            }
        }
        Says[contact] = StableHash.Mix(name ^ identifiers);
        Fresh[contact] = StableHash.Mix(records ^ Says[contact]);
    }

    // Of the identifiers that neither a record before nor the record itself has had.
    private ulong Sum(int[] members, int member)
    {
        var sum = 0UL;
        var own = _table.Identifiers(members[member]);
        for (var index = 0; index < own.Length; index++)
        {
            var isNew = !own[..index].Contains(own[index]);
            for (var before = 0; isNew && before < member; before++)
                isNew = !_table.Identifiers(members[before]).Contains(own[index]);
            sum += isNew ? own[index] : 0;
        }
        return sum;
    }
}
