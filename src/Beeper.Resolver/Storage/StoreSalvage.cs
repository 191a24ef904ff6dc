using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// Copies what can be read of a damaged store into a new one. Every table is read from its start up to the damage and then from its end back
/// to it; what lies between is lost. The damaged file is not changed.
/// </summary>
public static class StoreSalvage
{
    /// <summary>Salvages a store.</summary>
    /// <param name="damaged">The damaged store.</param>
    /// <param name="target">The new store's path.</param>
    /// <returns>Rows saved per table, and whether the table could be read to its end.</returns>
    /// <exception cref="StoreException">The target exists, or the damaged file is no store at all.</exception>
    public static IReadOnlyList<(string Table, int Rows, bool IsWhole)> Into(string damaged, string target)
    {
        if (File.Exists(target))
            throw new StoreException(StoreFault.BadPath, $"{target} exists already and is not overwritten. Name another file.");
        Require(damaged);
        using var source = StoreConnection.OpenDamaged(damaged);
        using var fresh = ResolutionStore.Open(target);
        using var into = StoreConnection.Open(target, new StoreOptions());
        // References are checked once at the end; their targets may be lost.
        into.Execute("pragma foreign_keys = off");
        var saved = new List<(string, int, bool)>();
        // The new store keeps its own name.
        foreach (var table in into.Read(StoreSchema.Tables))
            saved.Add(Copy(source, into, table));
        into.Write(static (sqlite, transaction) =>
        {
            // What was lost is not in the counts.
            SettledRunTable.Forget(sqlite);
            foreach (var (table, parent, key, parentKey) in References(sqlite))
                sqlite.Execute($"delete from {table} where {key} not in (select {parentKey} from {parent})", transaction: transaction);
        });
        return saved;
    }

    // Damaged, cut off or newer is what can be salvaged; another program's file and an empty one are not.
    private static void Require(string path)
    {
        if (!File.Exists(path))
            throw new StoreException(StoreFault.BadPath, $"There is no store at {path}. Name the damaged one with --store.");
        try
        {
            StoreHeader.Check(path);
        }
        catch (StoreException error) when (error.Fault is StoreFault.Corrupt or StoreFault.Newer)
        {
            return;
        }
        if (new FileInfo(path).Length == 0 && !StoreHeader.HasLog(path))
            throw new StoreException(StoreFault.BadPath, $"The store {path} is empty; there is nothing to save. Restore a backup, or begin with: beeper-resolver import FILE");
    }

    private static List<(string Table, string Parent, string Key, string ParentKey)> References(SqliteConnection sqlite) => [.. sqlite.Query<(string, string, string, string)>("""
        select t.name, f."table", f."from", f."to" from sqlite_schema t join pragma_foreign_key_list(t.name) f where t.type = 'table'
        """)];

    private static (string Table, int Rows, bool IsWhole) Copy(StoreConnection source, StoreConnection into, string table)
    {
        var known = into.Read(sqlite => sqlite.Query<(long Id, string Name, string Type, long NotNull, string? Default, long Key)>($"pragma table_info({table})").ToList());
        var isWhole = into.Write((target, transaction) =>
        {
            var columns = Columns(source, table).Intersect(known.Select(static column => column.Name), StringComparer.Ordinal).ToList();
            if (columns.Count == 0)
                return false;
            using var insert = RecordWriter.Prepare(target, (SqliteTransaction)transaction,
                $"insert or replace into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(static column => $"${column}"))})", [.. columns.Select(static column => $"${column}")]);
            var keys = string.Join(", ", known.Where(static column => column.Key > 0).OrderBy(static column => column.Key).Select(static column => column.Name));
            var order = keys.Length == 0 ? "rowid" : keys;
            var select = $"select {string.Join(", ", columns)} from {table} order by ";
            if (Read(source, select + order, insert))
                return true;
            Read(source, select + string.Join(", ", order.Split(", ").Select(static key => $"{key} desc")), insert);
            return false;
        });
        return (table, into.Read(sqlite => sqlite.ExecuteScalar<int>($"select count(*) from {table}")), isWhole);
    }

    private static List<string> Columns(StoreConnection source, string table)
    {
        try
        {
            return source.Read(sqlite => sqlite.Query<(long Id, string Name)>($"pragma table_info({table})").Select(static column => column.Name).ToList());
        }
        catch (StoreException)
        {
            return [];
        }
    }

    private static bool Read(StoreConnection source, string sql, SqliteCommand insert)
    {
        try
        {
            return source.Read(sqlite =>
            {
                using var command = sqlite.CreateCommand();
                command.CommandText = sql;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    for (var index = 0; index < reader.FieldCount; index++)
                        insert.Parameters[index].Value = reader.GetValue(index);
                    Insert(insert);
                }
                return true;
            });
        }
        catch (StoreException)
        {
            return false;
        }
    }

    // A row that the damage made impossible is left out.
    private static void Insert(SqliteCommand insert)
    {
        try
        {
            insert.ExecuteNonQuery();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == 19)
        {
            // SQLITE_CONSTRAINT
        }
    }
}
