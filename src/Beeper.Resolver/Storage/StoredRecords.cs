using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>Reads the records of a store. Bodies are read a batch at a time and understood on several threads, which takes most of the time.</summary>
internal static class StoredRecords
{
    private const int BatchSize = 1 << 12;

    /// <summary>The records that contacts are made of, by their IDs.</summary>
    /// <param name="sqlite">The connection.</param>
    /// <param name="contactKey">Only those of this contact; null for all.</param>
    public static Dictionary<long, NormalizedRecord> Load(SqliteConnection sqlite, string? contactKey)
    {
        var records = new Dictionary<long, NormalizedRecord>();
        using var command = sqlite.CreateCommand();
        command.CommandText = $"""
            select r.record_id, s.name, r.record, r.line, r.body from record r join source s using (source_id)
            where {(contactKey is null
                ? "r.absent = 0 or exists (select 1 from contact_record m where m.record_id = r.record_id)"
                : "r.record_id in (select record_id from contact_record where contact_key = $key)")}
            """;
        if (contactKey is not null)
            command.Parameters.AddWithValue("$key", contactKey);
        foreach (var (id, record) in Read(command))
            records[id] = record;
        return records;
    }

    /// <summary>The present records, ordered by source and record.</summary>
    /// <param name="sqlite">The connection.</param>
    /// <param name="source">Only those of this address book; null for all.</param>
    public static List<NormalizedRecord> LoadPresent(SqliteConnection sqlite, string? source)
    {
        using var command = sqlite.CreateCommand();
        command.CommandText = $"""
            select r.record_id, s.name, r.record, r.line, r.body from record r join source s using (source_id)
            where r.absent = 0 {(source is null ? "" : "and s.name = $source")} order by s.name, r.record
            """;
        if (source is not null)
            command.Parameters.AddWithValue("$source", source);
        return [.. Read(command).Select(static one => one.Record)];
    }

    private static IEnumerable<(long Id, NormalizedRecord Record)> Read(SqliteCommand command)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var batch = new List<(long Id, SourceLocation Location, byte[] Body)>(BatchSize);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var name = reader.GetString(1);
            if (!names.TryGetValue(name, out var source))
                names[name] = source = name;
            batch.Add((reader.GetInt64(0), new SourceLocation(source, reader.GetInt32(2), reader.GetInt32(3)), reader.GetFieldValue<byte[]>(4)));
            if (batch.Count < BatchSize)
                continue;
            foreach (var one in Understood(batch))
                yield return one;
            batch.Clear();
        }
        foreach (var one in Understood(batch))
            yield return one;
    }

    private static (long Id, NormalizedRecord Record)[] Understood(List<(long Id, SourceLocation Location, byte[] Body)> batch)
    {
        var records = new (long Id, NormalizedRecord Record)[batch.Count];
        Parallel.For(0, batch.Count, index => records[index] = (batch[index].Id, StoreJson.Read<NormalizedRecord>(batch[index].Body) with { Location = batch[index].Location }));
        return records;
    }
}
