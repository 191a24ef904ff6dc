namespace Beeper.Resolver.Merging;

/// <summary>The groups of records that become contacts, in the order of their first record by source and number.</summary>
internal sealed class ContactGroups
{
    private readonly RecordTable _table;
    private readonly RecordClusters _clusters;
    private readonly int[] _first;
    private readonly int[] _contact;

    public ContactGroups(RecordTable table, RecordClusters clusters)
    {
        _table = table;
        _clusters = clusters;
        _contact = new int[table.Count];
        _first = Order();
    }

    /// <summary>How many contacts there are.</summary>
    public int Count => _first.Length;

    /// <summary>The place of the contact a record is in.</summary>
    public int this[int record] => _contact[record];

    /// <summary>The record of a contact that stands first in its group's numbering; the only one where there is one.</summary>
    public int FirstOf(int contact) => _first[contact];

    /// <summary>Whether a contact has one record only.</summary>
    public bool IsSingle(int contact) => _clusters.Size(_first[contact]) == 1;

    /// <summary>The records of a contact in ascending order.</summary>
    public int[] MembersOf(int contact) => _clusters.Members(_first[contact]);

    /// <summary>The records a contact is made of, in no particular order.</summary>
    public NormalizedRecord[] RecordsOf(int contact) =>
        IsSingle(contact) ? [_table.Records[_first[contact]]] : Array.ConvertAll(MembersOf(contact), member => _table.Records[member]);

    private int[] Order()
    {
        var order = InOrder();
        var place = new int[_table.Count];
        Array.Fill(place, -1);
        var first = new int[_table.Count];
        var count = 0;
        for (var index = 0; index < place.Length; index++)
        {
            var record = order is null ? index : order[index];
            ref var at = ref place[_clusters[record]];
            if (at < 0)
            {
                at = count;
                first[count++] = record;
            }
            _contact[record] = at;
        }
        return first[..count];
    }

    // Null where the records come in order, as they do from a store.
    private int[]? InOrder()
    {
        var records = _table.Records;
        var isOrdered = true;
        Parallel.For(0, (_table.Count + RecordPart.Size - 1) / RecordPart.Size, (part, state) =>
        {
            for (var record = Math.Max(1, part * RecordPart.Size); record < Math.Min(_table.Count, (part + 1) * RecordPart.Size); record++)
            {
                if (Compare(records[record - 1].Location, records[record].Location) <= 0)
                    continue;
                isOrdered = false;
                state.Stop();
                return;
            }
        });
        if (isOrdered)
            return null;
        var order = Enumerable.Range(0, _table.Count).ToArray();
        Array.Sort(order, (a, b) => Compare(records[a].Location, records[b].Location));
        return order;
    }

    private static int Compare(SourceLocation a, SourceLocation b)
    {
        var bySource = ReferenceEquals(a.Source, b.Source) ? 0 : string.CompareOrdinal(a.Source, b.Source);
        return bySource != 0 ? bySource : a.Record.CompareTo(b.Record);
    }
}
