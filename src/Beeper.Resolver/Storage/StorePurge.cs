using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>Deletes all content of a store so that nothing of it is left in the file, its log or the copies beside it.</summary>
internal static class StorePurge
{
    // Children before their parents.
    private static readonly string[] Tables =
        ["outbox", "attempt", "op", "resolution", "contact_identifier", "contact_record", "contact", "record", "reject", "source", "account", "decision", "pause", "run"];

    public static void Run(StoreConnection store, RunLock held)
    {
        if (held.StorePath != store.Path)
            throw new ArgumentException("The lock is that of another store.", nameof(held));
        store.Write((sqlite, transaction) =>
        {
            foreach (var table in Tables)
                sqlite.Execute($"delete from {table}", transaction: transaction);
            sqlite.Execute("delete from meta where key <> 'uuid'", transaction: transaction);
        });
        store.Execute("vacuum");
        // Twice: the first empties the log into the file, the second leaves a log that begins anew, so that truncating it reaches every frame.
        store.Execute("pragma wal_checkpoint(truncate)");
        store.Execute("pragma wal_checkpoint(truncate)");
        for (var version = 1; version < StoreSchema.Version; version++)
            File.Delete(StoreSchema.BackupOf(store.Path, version));
    }
}
