using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// Brings a store to this version's schema: each numbered script in one transaction together with its number, so that a kill leaves the old
/// schema or the new one. A store that has content is copied first.
/// </summary>
internal static class StoreSchema
{
    /// <summary>The version this program reads and writes.</summary>
    public static int Version { get; } = Scripts().Count;

    /// <summary>The version since which a store has a name and a marker beside it.</summary>
    public const int MarkedSince = 2;

    /// <summary>Migrates an opened store.</summary>
    /// <exception cref="StoreException">A newer program made it.</exception>
    public static void Migrate(StoreConnection store)
    {
        var version = store.Read(static connection => connection.ExecuteScalar<int>("pragma user_version"));
        if (version > Version)
            throw StoreException.Newer(store.Path, version);
        if (version == Version)
            return;
        if (version > 0)
            Backup(store, version);
        foreach (var (number, script) in Scripts().Where(step => step.Number > version))
        {
            store.Write((connection, transaction) =>
            {
                // Another process may have been faster.
                if (connection.ExecuteScalar<int>("pragma user_version", transaction: transaction) >= number)
                    return;
                connection.Execute(script, transaction: transaction);
                connection.Execute($"pragma user_version = {number}", transaction: transaction);
            });
        }
    }

    private static void Backup(StoreConnection store, int version)
    {
        var copy = BackupOf(store.Path, version);
        File.Delete(copy);
        StoreBackup.Write(store, copy);
    }

    /// <summary>The copy made before a store was migrated from a version.</summary>
    public static string BackupOf(string path, int version) => $"{path}.v{version.ToString(CultureInfo.InvariantCulture)}.backup";

    private static List<(int Number, string Script)> Scripts()
    {
        var assembly = typeof(StoreSchema).Assembly;
        var scripts = new List<(int, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith("Schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add((int.Parse(name.AsSpan("Schema/".Length, 2), NumberStyles.None, CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }
        return scripts;
    }
}
