using System.Buffers.Binary;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// Writes the contacts of a merge within the caller's transaction: contacts and identifiers in the order of the contacts' keys, what records
/// they are in the order of the records. Each tree then grows at its end, and each page is written once.
/// </summary>
internal static class ContactWriter
{
    /// <summary>Writes contacts whose records are in the store and in no contact.</summary>
    public static void Write(SqliteConnection sqlite, IReadOnlyList<Contact> contacts, HashSet<string> known)
    {
        WriteContacts(sqlite, contacts, known);
        WriteRecords(sqlite, contacts);
    }

    private static void WriteContacts(SqliteConnection sqlite, IReadOnlyList<Contact> contacts, HashSet<string> known)
    {
        using var contact = new BulkStatement(sqlite, "insert into contact (key, name) values (?1, ?2) on conflict (key) do update set name = excluded.name, absent = 0");
        using var forget = new BulkStatement(sqlite, "delete from contact_identifier where contact_key = ?1");
        using var identifier = new BulkStatement(sqlite, "insert into contact_identifier (contact_key, place, kind, value, network) values (?1, ?2, ?3, ?4, ?5)");
        foreach (var index in ByKey(contacts))
        {
            var one = contacts[index];
            contact.Bind(1, one.Key).Bind(2, one.Name).Run();
            if (known.Contains(one.Key))
                forget.Bind(1, one.Key).Run();
            identifier.Bind(1, one.Key);
            for (var place = 0; place < one.Identifiers.Count; place++)
            {
                var given = one.Identifiers[place].Identifier;
                identifier.Bind(2, place).Bind(3, IdentifierKindNames.Of(given.Kind)).Bind(4, given.Value).Bind(5, given.Network).Run();
            }
        }
    }

    private static void WriteRecords(SqliteConnection sqlite, IReadOnlyList<Contact> contacts)
    {
        // The contact of each record, by the record's number in its book.
        var books = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var index = 0; index < contacts.Count; index++)
        {
            for (var at = 0; at < contacts[index].Records.Count; at++)
                Place(books, contacts[index].Records[at].Location) = index;
        }
        using var records = sqlite.CreateCommand();
        records.CommandText = "select r.record_id, s.name, r.record from record r join source s using (source_id) where r.absent = 0 order by r.record_id";
        using var record = new BulkStatement(sqlite, "insert into contact_record (record_id, contact_key) values (?1, ?2)");
        using var reader = records.ExecuteReader();
        while (reader.Read())
            record.Bind(1, reader.GetInt64(0)).Bind(2, contacts[books[reader.GetString(1)][reader.GetInt32(2)]].Key).Run();
    }

    private static ref int Place(Dictionary<string, int[]> books, SourceLocation location)
    {
        if (!books.TryGetValue(location.Source, out var places) || places.Length <= location.Record)
        {
            Array.Resize(ref places, Math.Max(location.Record + 1, (places?.Length ?? 0) * 2));
            books[location.Source] = places;
        }
        return ref places[location.Record];
    }

    // Whole keys need not be compared: their first eight bytes bring them together, and the order of the few that are left costs nothing.
    private static int[] ByKey(IReadOnlyList<Contact> contacts)
    {
        var (starts, order) = (new ulong[contacts.Count], new int[contacts.Count]);
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        for (var index = 0; index < order.Length; index++)
        {
            start.Clear();
            Encoding.UTF8.TryGetBytes(contacts[index].Key.AsSpan(0, Math.Min(contacts[index].Key.Length, start.Length)), start, out _);
            (starts[index], order[index]) = (BinaryPrimitives.ReadUInt64BigEndian(start), index);
        }
        Array.Sort(starts, order);
        return order;
    }
}
