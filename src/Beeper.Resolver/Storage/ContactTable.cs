using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>The contacts of a store: keys, names, identifiers and which records they are.</summary>
public sealed class ContactTable
{
    private readonly StoreConnection _connection;

    internal ContactTable(StoreConnection connection) => _connection = connection;

    /// <summary>How many contacts are present.</summary>
    public int Count() => _connection.Read(static sqlite => sqlite.ExecuteScalar<int>("select count(*) from contact where absent = 0"));

    /// <summary>Every contact ever, absent ones included, for handing keys on.</summary>
    public IReadOnlyList<(string Key, string Name, IReadOnlyList<Identifier> Identifiers)> LoadKnown() => _connection.Read(static sqlite =>
    {
        var identifiers = sqlite.Query<(string Key, string Kind, string Value, string? Network)>("select contact_key, kind, value, network from contact_identifier")
            .ToLookup(static row => row.Key, static row => new Identifier(IdentifierKindNames.Parse(row.Kind), row.Value, row.Network));
        return sqlite.Query<(string Key, string Name)>("select key, name from contact")
            .Select(row => (row.Key, row.Name, (IReadOnlyList<Identifier>)[.. identifiers[row.Key]])).ToList();
    });

    /// <summary>Saves the contacts of a merge in one transaction; contacts that are no longer among them are marked absent and keep their resolutions.</summary>
    public void Save(IReadOnlyList<Contact> contacts) => _connection.Write((sqlite, transaction) =>
    {
        var records = sqlite.Query<(long Id, string Source, long Record)>("select r.record_id, s.name, r.record from record r join source s using (source_id) where r.absent = 0", transaction: transaction)
            .ToDictionary(static row => (row.Source, (int)row.Record), static row => row.Id);
        var known = sqlite.Query<string>("select key from contact", transaction: transaction).ToHashSet(StringComparer.Ordinal);
        sqlite.Execute("delete from contact_record; update contact set absent = 1", transaction: transaction);
        var (open, within) = ((SqliteConnection)sqlite, (SqliteTransaction)transaction);
        using var contact = RecordWriter.Prepare(open, within, "insert into contact (key, name) values ($key, $name) on conflict (key) do update set name = excluded.name, absent = 0", "$key", "$name");
        using var forget = RecordWriter.Prepare(open, within, "delete from contact_identifier where contact_key = $key", "$key");
        using var record = RecordWriter.Prepare(open, within, "insert into contact_record (contact_key, record_id) values ($key, $record)", "$key", "$record");
        using var identifier = RecordWriter.Prepare(open, within, "insert into contact_identifier (contact_key, kind, value, network) values ($key, $kind, $value, $network)", "$key", "$kind", "$value", "$network");
        // In the order of the tables' keys, so that each page is written once.
        foreach (var one in contacts.OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            Run(contact, one.Key, one.Name);
            if (known.Contains(one.Key))
                Run(forget, one.Key);
            foreach (var location in one.Records.Select(static record => record.Location))
                Run(record, one.Key, records[(location.Source, location.Record)]);
            foreach (var given in one.Identifiers)
                Run(identifier, one.Key, IdentifierKindNames.Of(given.Identifier.Kind), given.Identifier.Value, given.Identifier.Network);
        }
    });

    /// <summary>The present contacts as they were merged, in the order of their first record.</summary>
    public IReadOnlyList<StoredContact> Load() => Load(null);

    /// <summary>The contacts whose key, name or identifier is the text; names without regard to case.</summary>
    public IReadOnlyList<StoredContact> Find(string text)
    {
        var keys = _connection.Read(sqlite => sqlite.Query<string>("""
            select key from contact where absent = 0 and (key = @text or name = @text collate nocase)
            union
            select i.contact_key from contact_identifier i join contact c on c.key = i.contact_key
            where c.absent = 0 and i.value = @identifier collate nocase
            """, new { text, identifier = text.TrimStart('@') }).ToList());
        return [.. keys.SelectMany(Load)];
    }

    /// <summary>Marks which work the contacts' resolutions answer.</summary>
    public void SaveFingerprints(IEnumerable<(string Key, byte[] Fingerprint)> fingerprints) => _connection.Write((sqlite, transaction) =>
        sqlite.Execute("update contact set fingerprint = @Fingerprint where key = @Key", fingerprints.Select(static one => new { one.Key, one.Fingerprint }), transaction));

    private List<StoredContact> Load(string? key) => _connection.Read(sqlite =>
    {
        var records = StoredRecords.Load(sqlite, key);
        var contacts = new List<StoredContact>();
        using var command = sqlite.CreateCommand();
        command.CommandText = $"""
            select c.key, c.name, c.fingerprint, m.record_id from contact c join contact_record m on m.contact_key = c.key
            where c.absent = 0 {(key is null ? "" : "and c.key = $key")} order by c.key
            """;
        if (key is not null)
            command.Parameters.AddWithValue("$key", key);
        using var reader = command.ExecuteReader();
        var members = new List<NormalizedRecord>();
        (string Key, string Name, byte[]? Fingerprint) current = default;
        while (reader.Read())
        {
            if (members.Count == 0 || reader.GetString(0) != current.Key)
            {
                Close(contacts, members, current);
                current = (reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2));
            }
            members.Add(records[reader.GetInt64(3)]);
        }
        Close(contacts, members, current);
        contacts.Sort(static (a, b) => ByFirstRecord(a.Contact, b.Contact));
        return contacts;
    });

    private static void Close(List<StoredContact> contacts, List<NormalizedRecord> members, (string Key, string Name, byte[]? Fingerprint) current)
    {
        if (members.Count == 0)
            return;
        contacts.Add(new StoredContact(Contact.Of(current.Key, current.Name, [.. members]), current.Fingerprint));
        members.Clear();
    }

    private static int ByFirstRecord(Contact a, Contact b)
    {
        var bySource = string.CompareOrdinal(a.Records[0].Location.Source, b.Records[0].Location.Source);
        return bySource != 0 ? bySource : a.Records[0].Location.Record.CompareTo(b.Records[0].Location.Record);
    }

    private static void Run(SqliteCommand command, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
