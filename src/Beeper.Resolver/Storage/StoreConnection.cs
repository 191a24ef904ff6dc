using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The one connection of a store. All calls are serialised, every change is an immediate transaction on one thread of its own, and every
/// SQLite error becomes a sentence.
/// </summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly StoreWriter? _writer;

    private StoreConnection(string path, SqliteConnection connection, bool readOnly)
    {
        Path = path;
        _connection = connection;
        _writer = readOnly ? null : new StoreWriter();
    }

    public string Path { get; }

    /// <summary>Opens a store for reading and writing.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static StoreConnection Open(string path, StoreOptions options) => Open(path, path, SqliteOpenMode.ReadWrite, (connection, path) =>
    {
        StorePragmas.SetForWriting(connection, path, options);
        StorePragmas.Check(connection, path, options);
    });

    /// <summary>Opens a store for reading only; nothing is written beside it where nobody else has it open.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static StoreConnection OpenReadOnly(string path) => Open(path, SourceOf(path), SqliteOpenMode.ReadOnly, static (connection, _) => StorePragmas.SetForAll(connection));

    /// <summary>Opens a damaged store for reading what is left; SQLite otherwise reads nothing of a file that is cut off.</summary>
    /// <exception cref="StoreException">Not even the names of its tables can be read.</exception>
    public static StoreConnection OpenDamaged(string path)
    {
        try
        {
            return Open(path, SourceOf(path), SqliteOpenMode.ReadOnly, static (connection, _) =>
            {
                connection.Execute("pragma writable_schema = on");
                StorePragmas.SetForAll(connection);
                connection.ExecuteScalar<long>("select count(*) from sqlite_schema");
            });
        }
        catch (StoreException error) when (error.Fault == StoreFault.Corrupt)
        {
            throw new StoreException(StoreFault.Corrupt, $"So much of the store {path} is damaged that nothing can be read from it. Nothing was changed in it. Restore a backup.", error);
        }
    }

    /// <summary>Reads under the gate.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_gate)
        {
            try
            {
                return read(_connection);
            }
            catch (SqliteException error)
            {
                throw StoreException.From(error, Path);
            }
        }
    }

    /// <summary>Changes in one immediate transaction; when this returns, the change is on disk.</summary>
    public T Write<T>(Func<SqliteConnection, DbTransaction, T> write) => Run(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = write(connection, transaction);
        transaction.Commit();
        return result;
    });

    /// <summary>Changes in one immediate transaction.</summary>
    public void Write(Action<SqliteConnection, DbTransaction> write) => Write((connection, transaction) =>
    {
        write(connection, transaction);
        return true;
    });

    /// <summary>Runs a statement that may not stand in a transaction, on the writing thread.</summary>
    public void Execute(string sql, object? parameters = null) => Run(connection => connection.Execute(sql, parameters));

    public void Dispose()
    {
        if (_writer is not null)
        {
            try
            {
                Execute("pragma wal_checkpoint(truncate)");
            }
            catch (StoreException)
            {
                // The log is replayed at the next opening; nothing is lost.
            }
            _writer.Dispose();
        }
        _connection.Dispose();
    }

    private static string SourceOf(string path)
    {
        var isAlone = !File.Exists(path + "-wal") && !File.Exists(path + "-shm");
        return isAlone ? new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri + "?immutable=1" : path;
    }

    private static StoreConnection Open(string path, string source, SqliteOpenMode mode, Action<SqliteConnection, string> configure)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            configure(connection, path);
            return new StoreConnection(path, connection, mode == SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw StoreException.From(error, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Run<T>(Func<SqliteConnection, T> change)
    {
        var writer = _writer ?? throw new InvalidOperationException("The store was opened for reading only.");
        return writer.Run(() =>
        {
            lock (_gate)
            {
                try
                {
                    return change(_connection);
                }
                catch (SqliteException error)
                {
                    throw StoreException.From(error, Path);
                }
            }
        });
    }
}
