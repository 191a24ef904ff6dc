using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>The address books of a store, their records and rejected rows.</summary>
public sealed class SourceTable
{
    private const int BatchSize = 1 << 10;

    private readonly StoreConnection _connection;

    internal SourceTable(StoreConnection connection) => _connection = connection;

    /// <summary>An address book by name, or null.</summary>
    public StoredSource? Find(string name) => All().FirstOrDefault(source => source.Name == name);

    /// <summary>All address books, ordered by name.</summary>
    public IReadOnlyList<StoredSource> All() => _connection.Read(static sqlite => sqlite.Query<SourceRow>("""
        select name, digest, settings, layout, rows_read RowsRead, imported Imported, rejected Rejected, imported_at ImportedAt from source order by name
        """).Select(static row => row.ToSource()).ToList());

    /// <summary>
    /// Replaces the content of an address book in one transaction. Rows that are the same stay as they are; rows that vanished are marked
    /// absent and never deleted.
    /// </summary>
    /// <param name="source">The address book.</param>
    /// <param name="records">Its records; read once, while the transaction runs.</param>
    /// <param name="rejects">Its rejected rows with their text, complete once the records have been read.</param>
    public void Replace(StoredSource source, IEnumerable<NormalizedRecord> records, IReadOnlyList<(RejectedRow Row, string? Text)> rejects) =>
        _connection.Write((sqlite, transaction) =>
        {
            var id = Upsert(sqlite, transaction, source);
            var known = sqlite.Query<(long Id, string Body)>("select record_id, body from record where source_id = @id", new { id }, transaction)
                .GroupBy(static row => row.Body).ToDictionary(static group => group.Key, static group => new Queue<long>(group.Select(static row => row.Id).Order()));
            sqlite.Execute("update record set absent = 1 where source_id = @id", new { id }, transaction);
            using var rows = new RecordWriter((SqliteConnection)sqlite, (SqliteTransaction)transaction, id);
            var imported = 0;
            foreach (var batch in records.Chunk(BatchSize))
            {
                var bodies = new string[batch.Length];
                Parallel.For(0, batch.Length, index => bodies[index] = StoreJson.Write(batch[index] with { Location = default }));
                for (var index = 0; index < batch.Length; index++)
                {
                    if (known.TryGetValue(bodies[index], out var ids) && ids.TryDequeue(out var recordId))
                        rows.Keep(recordId, batch[index].Location);
                    else
                        rows.Add(batch[index].Location, bodies[index]);
                }
                imported += batch.Length;
            }
            WriteRejects(sqlite, transaction, id, rejects);
            sqlite.Execute("update source set rows_read = @rows, imported = @imported, rejected = @rejected where source_id = @id",
                new { id, rows = imported + rejects.Count, imported, rejected = rejects.Count }, transaction);
        });

    /// <summary>All present records, ordered by source and record.</summary>
    public IReadOnlyList<NormalizedRecord> LoadRecords() => _connection.Read(StoredRecords.LoadPresent);

    /// <summary>The rejected rows of an address book, in order.</summary>
    public IReadOnlyList<(RejectedRow Row, string? Text)> LoadRejects(string name) => _connection.Read(sqlite => sqlite.Query<(int Record, int Line, string Problems, string? Text)>("""
        select r.record, r.line, r.problems, r.row_text from reject r join source s using (source_id) where s.name = @name order by r.line
        """, new { name }).Select(row => (new RejectedRow(new SourceLocation(name, row.Record, row.Line), StoreJson.Read<RecordProblem[]>(row.Problems)), row.Text)).ToList());

    private static long Upsert(SqliteConnection sqlite, DbTransaction transaction, StoredSource source) => sqlite.ExecuteScalar<long>("""
        insert into source (name, digest, settings, layout, rows_read, imported, rejected, imported_at)
        values (@Name, @Digest, @Settings, @Layout, 0, 0, 0, @importedAt)
        on conflict (name) do update set digest = excluded.digest, settings = excluded.settings, layout = excluded.layout, imported_at = excluded.imported_at
        returning source_id
        """, new { source.Name, source.Digest, source.Settings, source.Layout, importedAt = source.ImportedAt.ToUnixTimeMilliseconds() }, transaction);

    private static void WriteRejects(SqliteConnection sqlite, DbTransaction transaction, long id, IReadOnlyList<(RejectedRow Row, string? Text)> rejects)
    {
        sqlite.Execute("delete from reject where source_id = @id", new { id }, transaction);
        foreach (var (row, text) in rejects)
        {
            sqlite.Execute("insert into reject (source_id, record, line, problems, row_text) values (@id, @Record, @Line, @problems, @text)",
                new { id, row.Location.Record, row.Location.Line, problems = StoreJson.Write(row.Problems), text }, transaction);
        }
    }

    private sealed record SourceRow(string Name, byte[] Digest, string Settings, string Layout, long RowsRead, long Imported, long Rejected, long ImportedAt)
    {
        public StoredSource ToSource() => new(Name, Digest, Settings, Layout, DateTimeOffset.FromUnixTimeMilliseconds(ImportedAt))
        {
            RowsRead = (int)RowsRead,
            Imported = (int)Imported,
            Rejected = (int)Rejected,
        };
    }
}
