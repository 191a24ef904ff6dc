using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Beeper.Resolver.Storage;

/// <summary>
/// A statement that is run for millions of rows within the caller's transaction. It speaks to SQLite directly: a command makes a reader and
/// looks its parameters up for every row, which costs more than the row.
/// </summary>
internal sealed class BulkStatement : IDisposable
{
    private readonly sqlite3 _sqlite;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[1 << 8];

    /// <summary>Prepares a statement; its parameters are <c>?</c> and numbered from 1.</summary>
    public BulkStatement(SqliteConnection connection, string sql)
    {
        _sqlite = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_sqlite, sql, out _statement), _sqlite);
    }

    public BulkStatement Bind(int place, long value)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int64(_statement, place, value), _sqlite);
        return this;
    }

    public BulkStatement Bind(int place, string? value)
    {
        if (value is null)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_null(_statement, place), _sqlite);
            return this;
        }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < most)
            _text = new byte[most];
        return Bind(place, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text)));
    }

    /// <summary>Binds a text that is UTF-8 already.</summary>
    public BulkStatement Bind(int place, ReadOnlySpan<byte> text)
    {
        // An empty span has no address and would be null.
        var result = text.IsEmpty ? raw.sqlite3_bind_text(_statement, place, "") : raw.sqlite3_bind_text(_statement, place, text);
        SqliteException.ThrowExceptionForRC(result, _sqlite);
        return this;
    }

    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        // The reset repeats the error of the step.
        var reset = raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(reset, _sqlite);
    }

    public void Dispose() => _statement.Dispose();
}
