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

    /// <summary>Migrates an opened store.</summary>
    /// <exception cref="StoreException">A newer program made it.</exception>
    public static void Migrate(StoreConnection store)
    {
        var version = store.Read(static connection => connection.ExecuteScalar<int>("pragma user_version"));
        if (version > Version)
            throw new StoreException(StoreFault.Newer, $"The store {store.Path} was made by a newer version of beeper-resolver (schema {version}, this one knows {Version}). Nothing was changed in it. Update the tool, or name another file with --store.");
        if (version == Version)
            return;
        if (version > 0)
            Backup(store, version);
        foreach (var (number, script) in Scripts().Where(step => step.Number > version))
        {
            store.Write((connection, transaction) =>
            {
                connection.Execute(script, transaction: transaction);
                connection.Execute($"pragma user_version = {number}", transaction: transaction);
            });
        }
    }

    private static void Backup(StoreConnection store, int version)
    {
        var copy = $"{store.Path}.v{version}.backup";
        File.Delete(copy);
        StoreFiles.MakeFile(copy);
        store.Read(connection => connection.Execute("vacuum into @copy", new { copy }));
    }

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
