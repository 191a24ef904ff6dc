using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>What a file must show before it is opened for writing. It is looked at without a write, so that what is refused is untouched.</summary>
internal static class StoreGate
{
    /// <summary>Checks a path, and makes the file where it is missing.</summary>
    /// <returns>Whether it is a store already; an empty file becomes a new one.</returns>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static bool Check(string path, StoreOptions options)
    {
        StoreFiles.Prepare(path);
        if (!options.AllowNetworkFileSystem && options.FileSystemOf(path) is var name && FileSystems.IsOfNetwork(name))
            throw new StoreException(StoreFault.NetworkFileSystem, $"The store {path} lies on a network file system ({name}), where two runs could damage it and send twice. Name a file on a local disk with --store.");
        if (!HasContent(path))
        {
            RefuseLost(path, options);
            StoreFiles.CloseToOthers(path);
            return false;
        }
        StoreFiles.CloseToOthers(path);
        using var reader = StoreConnection.OpenReadOnly(path);
        // After an unclean end the log decides what the file says.
        if (StoreHeader.HasLog(path) && !reader.Read(IsSound))
            throw StoreException.Corrupt(path);
        var version = reader.Read(static sqlite => sqlite.ExecuteScalar<int>("pragma user_version"));
        if (version > StoreSchema.Version)
            throw StoreException.Newer(path, version);
        if (!options.AcceptRollback && version >= StoreSchema.MarkedSince)
            reader.Read(sqlite => CheckMarker(path, sqlite));
        return version > 0;
    }

    /// <summary>Opens a store for reading only.</summary>
    public static StoreConnection OpenForReading(string path)
    {
        if (!File.Exists(path))
            throw new StoreException(StoreFault.BadPath, $"There is no store at {path}. Name one with --store, or make it with: beeper-resolver import FILE");
        if (!HasContent(path))
            throw new StoreException(StoreFault.BadPath, $"The store {path} is empty. Fill it with: beeper-resolver import FILE");
        var reader = StoreConnection.OpenReadOnly(path);
        try
        {
            var version = reader.Read(static sqlite => sqlite.ExecuteScalar<int>("pragma user_version"));
            if (version > StoreSchema.Version)
                throw StoreException.Newer(path, version);
            if (version < StoreSchema.Version)
                throw new StoreException(StoreFault.Older, $"The store {path} was made by an older version of beeper-resolver (schema {version}, this one reads {StoreSchema.Version}). Bring it up to date with: beeper-resolver store migrate");
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The store's name and how many requests it has sent.</summary>
    public static (string? Uuid, long Attempts) Identity(SqliteConnection sqlite) =>
        (sqlite.ExecuteScalar<string?>("select value from meta where key = 'uuid'"), sqlite.ExecuteScalar<long>("select count(*) from attempt"));

    private static bool CheckMarker(string path, SqliteConnection sqlite)
    {
        // First the marker: a run that goes on writes the store before it.
        var marked = RollbackMarker.Read(path);
        var (uuid, attempts) = Identity(sqlite);
        RollbackMarker.Check(path, marked, uuid, attempts);
        return true;
    }

    // An empty file beside a log, or beside a marker that tells of requests, was a store once.
    private static void RefuseLost(string path, StoreOptions options)
    {
        if (StoreHeader.HasLog(path))
            throw StoreException.Corrupt(path);
        if (!options.AcceptRollback)
            RollbackMarker.Check(path, RollbackMarker.Read(path), uuid: null, attempts: 0);
    }

    private static bool HasContent(string path)
    {
        try
        {
            return StoreHeader.Check(path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException(StoreFault.ReadOnly, $"The store {path} cannot be read. Check its owner and permissions, or name another with --store.", error);
        }
        catch (IOException error)
        {
            throw StoreException.From(error, path);
        }
    }

    private static bool IsSound(SqliteConnection sqlite) => sqlite.Query<string>("pragma quick_check").All(static line => line == "ok");
}
