using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>Writes the records of one address book with prepared statements, within the caller's transaction.</summary>
internal sealed class RecordWriter : IDisposable
{
    private readonly SqliteCommand _keep;
    private readonly SqliteCommand _add;

    public RecordWriter(SqliteConnection sqlite, SqliteTransaction transaction, long sourceId)
    {
        _keep = Prepare(sqlite, transaction, "update record set absent = 0, record = $record, line = $line where record_id = $id", "$id", "$record", "$line");
        _add = Prepare(sqlite, transaction, "insert into record (source_id, record, line, body) values ($source, $record, $line, $body)", "$source", "$record", "$line", "$body");
        _add.Parameters["$source"].Value = sourceId;
    }

    /// <summary>A row that was there before, possibly at another place.</summary>
    public void Keep(long recordId, SourceLocation location)
    {
        _keep.Parameters["$id"].Value = recordId;
        Place(_keep, location);
    }

    /// <summary>A new or changed row.</summary>
    public void Add(SourceLocation location, string body)
    {
        _add.Parameters["$body"].Value = body;
        Place(_add, location);
    }

    public void Dispose()
    {
        _keep.Dispose();
        _add.Dispose();
    }

    private static void Place(SqliteCommand command, SourceLocation location)
    {
        command.Parameters["$record"].Value = location.Record;
        command.Parameters["$line"].Value = location.Line;
        command.ExecuteNonQuery();
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
}
