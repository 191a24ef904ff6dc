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

    /// <summary>Whether there is any contact.</summary>
    public bool Any() => _connection.Read(static sqlite => sqlite.ExecuteScalar<long>("select exists (select 1 from contact where absent = 0)")) > 0;

    /// <summary>Every contact ever, absent ones included, for handing keys on.</summary>
    public IReadOnlyList<(string Key, string Name, IReadOnlyList<Identifier> Identifiers)> LoadKnown() => _connection.Read(static sqlite =>
    {
        var known = new List<(string Key, string Name, IReadOnlyList<Identifier> Identifiers)>();
        using var command = sqlite.CreateCommand();
        command.CommandText = "select c.key, c.name, i.kind, i.value, i.network from contact c left join contact_identifier i on i.contact_key = c.key order by c.key, i.place";
        using var reader = command.ExecuteReader();
        var (last, identifiers) = ((string?)null, new List<Identifier>());
        while (reader.Read())
        {
            var key = reader.GetString(0);
            if (key != last)
                known.Add((key, reader.GetString(1), identifiers = new List<Identifier>(2)));
            last = key;
            if (!reader.IsDBNull(2))
                identifiers.Add(new Identifier(IdentifierKindNames.Parse(reader.GetString(2)), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        }
        return known;
    });

    /// <summary>Saves the contacts of a merge in one transaction; contacts that are no longer among them are marked absent and keep their resolutions.</summary>
    public void Save(IReadOnlyList<Contact> contacts) => _connection.Write((sqlite, transaction) =>
    {
        SettledRunTable.Forget(sqlite);
        var known = sqlite.Query<string>("select key from contact", transaction: transaction).ToHashSet(StringComparer.Ordinal);
        sqlite.Execute("delete from contact_record; update contact set absent = 1", transaction: transaction);
        ContactWriter.Write(sqlite, contacts, known);
    });

    /// <summary>Which work the resolutions of the present contacts answer, by key; contacts without are left out.</summary>
    public IReadOnlyDictionary<string, byte[]> LoadFingerprints() => _connection.Read(static sqlite =>
        sqlite.Query<(string Key, byte[] Fingerprint)>("select key, fingerprint from contact where absent = 0 and fingerprint is not null").ToDictionary(static row => row.Key, static row => row.Fingerprint, StringComparer.Ordinal));

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
}
