using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// How SQLite is set: write-ahead log with <c>synchronous=full</c>, so that what was acknowledged survives a power cut; deleted content is
/// overwritten; up to 64 MB of pages are cached, without which a book of a million rows reads each page again and again;
/// nothing is mapped into memory or written to temporary files. Every setting is read back, since SQLite ignores what it cannot do.
/// </summary>
internal static class StorePragmas
{
    private static readonly (string Name, string Value)[] ForAll =
    [
        ("foreign_keys", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"), ("temp_store", "2"), ("mmap_size", "0"), ("cache_size", "-65536"),
    ];

    private static (string Name, string Value)[] ForWriting(StoreOptions options) =>
        [("journal_mode", "wal"), ("synchronous", options.FlushesEveryChange ? "2" : "1"), ("secure_delete", "1"), .. ForAll];

    public static void SetForAll(SqliteConnection connection) => Set(connection, ForAll);

    public static void SetForWriting(SqliteConnection connection, string path, StoreOptions options)
    {
        // Stands in the file before the log takes over, so that a kill at any instant leaves a file that is known as ours.
        if (connection.ExecuteScalar<long>("pragma application_id") != StoreHeader.ApplicationId)
            connection.Execute($"pragma application_id = {StoreHeader.ApplicationId.ToString(CultureInfo.InvariantCulture)}");
        if (connection.ExecuteScalar<string>("pragma journal_mode = wal") is not "wal")
            throw new StoreException(StoreFault.NetworkFileSystem, $"The store {path} lies on a file system without shared memory, where it would not be safe. Name a file on a local disk with --store.");
        Set(connection, ForWriting(options));
    }

    /// <exception cref="StoreException">A setting did not take.</exception>
    public static void Check(SqliteConnection connection, string path, StoreOptions options)
    {
        foreach (var (name, value) in ForWriting(options))
        {
            var found = Convert.ToString(connection.ExecuteScalar<object>($"pragma {name}"), CultureInfo.InvariantCulture);
            // Builds without memory mapping answer nothing.
            if (found != value && !(name == "mmap_size" && found is null or ""))
                throw new StoreException(StoreFault.IoError, $"The store {path} cannot be set to {name}={value} (it stays {found}), so it would not be safe. Please report this.");
        }
    }

    private static void Set(SqliteConnection connection, (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
            connection.Execute($"pragma {name} = {value}");
    }
}
