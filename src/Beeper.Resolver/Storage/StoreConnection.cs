using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The one connection of a store. All calls are serialised, every change is an immediate transaction, and every SQLite error becomes a
/// sentence. Pragmas: write-ahead log with <c>synchronous=full</c>, so that what was acknowledged survives a power cut.
/// </summary>
internal sealed class StoreConnection : IDisposable
{
    private const int ApplicationId = 0x42525356;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    public StoreConnection(string path, bool readOnly)
    {
        Path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        try
        {
            _connection.Open();
            Configure(readOnly);
        }
        catch (SqliteException error)
        {
            _connection.Dispose();
            throw StoreException.From(error, path);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public string Path { get; }

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
    public T Write<T>(Func<SqliteConnection, DbTransaction, T> write)
    {
        lock (_gate)
        {
            try
            {
                using var transaction = _connection.BeginTransaction(deferred: false);
                var result = write(_connection, transaction);
                transaction.Commit();
                return result;
            }
            catch (SqliteException error)
            {
                throw StoreException.From(error, Path);
            }
        }
    }

    /// <summary>Changes in one immediate transaction.</summary>
    public void Write(Action<SqliteConnection, DbTransaction> write) => Write((connection, transaction) =>
    {
        write(connection, transaction);
        return true;
    });

    public void Dispose()
    {
        lock (_gate)
        {
            try
            {
                _connection.Execute("pragma wal_checkpoint(truncate)");
            }
            catch (SqliteException)
            {
                // The log is replayed at the next opening; nothing is lost.
            }
            _connection.Dispose();
        }
    }

    private void Configure(bool readOnly)
    {
        var applicationId = _connection.ExecuteScalar<int>("pragma application_id");
        var isNew = applicationId == 0 && _connection.ExecuteScalar<long>("select count(*) from sqlite_schema") == 0;
        if (applicationId != ApplicationId && !isNew)
            throw new StoreException(StoreFault.Foreign, $"{Path} is a database of another program. Nothing was changed in it. Name another file with --store.");
        _connection.Execute("""
            pragma foreign_keys = on;
            pragma trusted_schema = off;
            pragma cell_size_check = on;
            pragma secure_delete = on;
            pragma temp_store = memory;
            """);
        if (readOnly)
            return;
        var mode = _connection.ExecuteScalar<string>("pragma journal_mode = wal");
        if (mode is not "wal")
            throw new StoreException(StoreFault.IoError, $"The store {Path} lies on a file system without shared memory, where it would not be safe. Name a file on a local disk with --store.");
        _connection.Execute("pragma synchronous = full");
        if (isNew)
            _connection.Execute($"pragma application_id = {ApplicationId}");
    }
}
