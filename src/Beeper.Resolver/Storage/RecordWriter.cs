using System.Buffers.Binary;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>Writes the records of one address book within the caller's transaction. Rows that are the same stay as they are.</summary>
internal sealed class RecordWriter : IDisposable
{
    private readonly BulkStatement _keep;
    private readonly BulkStatement _add;
    private readonly long _sourceId;

    // By a digest of the body, since the bodies of a large book are larger than all else in memory; in the order of the records.
    private readonly Dictionary<UInt128, Queue<long>> _known = [];

    public RecordWriter(SqliteConnection sqlite, SqliteTransaction transaction, long sourceId)
    {
        _sourceId = sourceId;
        using (var known = Prepare(sqlite, transaction, "select record_id, body from record where source_id = $source order by record_id", "$source"))
        {
            known.Parameters[0].Value = sourceId;
            using var reader = known.ExecuteReader();
            while (reader.Read())
                Remember(Digest(reader.GetFieldValue<byte[]>(1)), reader.GetInt64(0));
        }
        if (_known.Count > 0)
            sqlite.Execute("update record set absent = 1 where source_id = @sourceId", new { sourceId }, transaction);
        _keep = new BulkStatement(sqlite, "update record set absent = 0, record = ?1, line = ?2 where record_id = ?3");
        _add = new BulkStatement(sqlite, "insert into record (source_id, record, line, body) values (?3, ?1, ?2, ?4)");
    }

    /// <summary>Writes records, in the order of the file.</summary>
    public void Write(RecordBatch batch)
    {
        for (var index = 0; index < batch.Records.Count; index++)
        {
            var location = batch.Records[index].Location;
            var body = batch.Body(index);
            if (_known.Count > 0 && _known.TryGetValue(Digest(body), out var ids) && ids.TryDequeue(out var id))
                _keep.Bind(1, location.Record).Bind(2, location.Line).Bind(3, id).Run();
            else
                _add.Bind(1, location.Record).Bind(2, location.Line).Bind(3, _sourceId).Bind(4, body).Run();
        }
    }

    public void Dispose()
    {
        _keep.Dispose();
        _add.Dispose();
    }

    internal static SqliteCommand Prepare(SqliteConnection sqlite, SqliteTransaction transaction, string sql, params string[] names)
    {
        var command = sqlite.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        return command;
    }

    private void Remember(UInt128 digest, long id)
    {
        if (!_known.TryGetValue(digest, out var ids))
            _known[digest] = ids = new Queue<long>(1);
        ids.Enqueue(id);
    }

    private static UInt128 Digest(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
