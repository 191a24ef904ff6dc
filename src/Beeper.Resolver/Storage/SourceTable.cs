using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>The address books of a store, their records and rejected rows.</summary>
public sealed class SourceTable
{
    private readonly StoreConnection _connection;

    internal SourceTable(StoreConnection connection) => _connection = connection;

    /// <summary>An address book by name, or null.</summary>
    public StoredSource? Find(string name) => All().FirstOrDefault(source => source.Name == name);

    /// <summary>All address books, ordered by name.</summary>
    public IReadOnlyList<StoredSource> All() => _connection.Read(static sqlite => sqlite.Query<SourceRow>("""
        select name, digest, settings, layout, rows_read RowsRead, imported Imported, rejected Rejected, imported_at ImportedAt from source order by name
        """).Select(static row => row.ToSource()).ToList());

    /// <summary>
    /// Replaces the content of an address book in one transaction, after which a merge is due. Rows that are the same stay as they are; rows
    /// that vanished are marked absent and never deleted.
    /// </summary>
    /// <param name="source">The address book.</param>
    /// <param name="batches">Its records; read once, while the transaction runs.</param>
    /// <param name="rejects">Its rejected rows with their text, complete once the records have been read.</param>
    internal void Replace(StoredSource source, IEnumerable<RecordBatch> batches, IReadOnlyList<(RejectedRow Row, string? Text)> rejects) =>
        _connection.Write((sqlite, transaction) =>
        {
            MergeState.SetDue(sqlite, transaction);
            var id = Upsert(sqlite, transaction, source);
            using var rows = new RecordWriter(sqlite, (SqliteTransaction)transaction, id);
            var imported = 0;
            foreach (var batch in batches)
            {
                rows.Write(batch);
                imported += batch.Records.Count;
            }
            WriteRejects(sqlite, transaction, id, rejects);
            sqlite.Execute("update source set rows_read = @rows, imported = @imported, rejected = @rejected where source_id = @id",
                new { id, rows = imported + rejects.Count, imported, rejected = rejects.Count }, transaction);
        });

    /// <summary>All present records, ordered by source and record.</summary>
    public IReadOnlyList<NormalizedRecord> LoadRecords() => _connection.Read(static sqlite => StoredRecords.LoadPresent(sqlite, source: null));

    /// <summary>The present records of an address book, in order.</summary>
    public IReadOnlyList<NormalizedRecord> LoadRecords(string source) => _connection.Read(sqlite => StoredRecords.LoadPresent(sqlite, source));

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
