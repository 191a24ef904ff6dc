namespace Beeper.Resolver.Merging;

/// <summary>The groups of records that become contacts, in the order of their first record by source and number.</summary>
internal sealed class ContactGroups
{
    private readonly IReadOnlyList<NormalizedRecord> _records;
    private readonly RecordClusters _clusters;
    private readonly int[] _first;
    private readonly int[] _contact;

    public ContactGroups(IReadOnlyList<NormalizedRecord> records, RecordClusters clusters)
    {
        _records = records;
        _clusters = clusters;
        _contact = new int[records.Count];
        _first = Order();
    }

    /// <summary>How many contacts there are.</summary>
    public int Count => _first.Length;

    /// <summary>The place of the contact a record is in.</summary>
    public int this[int record] => _contact[record];

    /// <summary>The records of a contact in ascending order.</summary>
    public int[] MembersOf(int contact) => _clusters.Members(_first[contact]);

    /// <summary>The contacts, without keys.</summary>
    public Contact[] Unite()
    {
        var contacts = new Contact[_first.Length];
        Parallel.For(0, contacts.Length, index => contacts[index] = Unite(_first[index]));
        return contacts;
    }

    private int[] Order()
    {
        var order = new int[_records.Count];
        for (var record = 0; record < order.Length; record++)
            order[record] = record;
        if (!IsOrdered())
            Array.Sort(order, (a, b) => Compare(_records[a].Location, _records[b].Location));
        var place = new int[order.Length];
        Array.Fill(place, -1);
        var first = new List<int>(order.Length);
        foreach (var record in order)
        {
            ref var at = ref place[_clusters[record]];
            if (at < 0)
            {
                at = first.Count;
                first.Add(record);
            }
            _contact[record] = at;
        }
        return [.. first];
    }

    private bool IsOrdered()
    {
        for (var record = 1; record < _records.Count; record++)
        {
            if (Compare(_records[record - 1].Location, _records[record].Location) > 0)
                return false;
        }
        return true;
    }

    private static int Compare(SourceLocation a, SourceLocation b)
    {
        var bySource = ReferenceEquals(a.Source, b.Source) ? 0 : string.CompareOrdinal(a.Source, b.Source);
        return bySource != 0 ? bySource : a.Record.CompareTo(b.Record);
    }

    private Contact Unite(int record)
    {
        if (_clusters.Size(record) == 1)
            return Contact.Of("", _records[record].Name, [_records[record]]);
        var records = Array.ConvertAll(_clusters.Members(record), member => _records[member]);
        return Contact.Of("", FullestName(records), records);
    }

    private static string FullestName(NormalizedRecord[] records)
    {
        var best = records[0].Name;
        foreach (var record in records)
        {
            if (Compare(record.Name, best) > 0)
                best = record.Name;
        }
        return best;
    }

    // The more words up to three, then the longer, then by ordinal order so that the choice does not depend on the rows'.
    private static int Compare(string a, string b)
    {
        var result = Words(a).CompareTo(Words(b));
        if (result == 0)
            result = a.Length.CompareTo(b.Length);
        return result != 0 ? result : string.CompareOrdinal(b, a);
    }

    private static int Words(string name) => Math.Min(3, name.AsSpan().Count(' ') + (name.Length > 0 ? 1 : 0));
}
