using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>A store that cannot be used. The message says what was found and what to do; the file is untouched.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">What was found and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class StoreException(StoreFault fault, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public StoreFault Fault { get; } = fault;

    // Primary result codes of sqlite3.h.
    internal static StoreException From(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        8 => new(StoreFault.ReadOnly, $"The store {path} cannot be written. Check its owner and permissions, or name another with --store.", error),
        10 => new(StoreFault.IoError, $"The disk failed on the store {path}. Nothing was lost that had been shown; check the disk and run the same command again.", error),
        11 => Corrupt(path, error),
        13 => DiskFull(path, error),
        14 => new(StoreFault.BadPath, $"The store {path} cannot be opened. Check the path and its permissions, or name another with --store.", error),
        26 => new(StoreFault.Foreign, $"{path} is not a store of beeper-resolver. Nothing was changed in it. Name another file with --store.", error),
        5 or 6 => new(StoreFault.Locked, $"Another program holds the store {path}. Wait for it to end and run the same command again.", error),
        _ => new(StoreFault.IoError, $"The store {path} cannot be used (SQLite error {error.SqliteErrorCode}).", error),
    };

    internal static StoreException Corrupt(string path, Exception? error = null) => new(
        StoreFault.Corrupt, $"The store {path} is damaged. Nothing was changed in it. See how much with: beeper-resolver store check. Restore a backup, or save what is readable with: beeper-resolver store salvage NEW-FILE", error);

    internal static StoreException DiskFull(string path, Exception? error = null) =>
        new(StoreFault.DiskFull, $"The disk of the store {path} is full. Make room and run the same command again; it goes on where it stopped.", error);

    internal static StoreException Newer(string path, int version) => new(
        StoreFault.Newer, $"The store {path} was made by a newer version of beeper-resolver (schema {version}, this one knows {StoreSchema.Version}). Nothing was changed in it. Update the tool, or name another file with --store.");

    internal static StoreException Broken(long operation, string path) =>
        new(StoreFault.BrokenTransition, $"Start {operation} of the store {path} was not in the state this step needs. Nothing was sent; please report this.");

    // What .NET throws for files that are not SQLite's own: the lock, the marker, copies. The errors of Linux, macOS and Windows for a full disk.
    internal static StoreException From(IOException error, string path) => (error.HResult & 0xFFFF) is 28 or 122 or 112
        ? DiskFull(path, error)
        : new(StoreFault.IoError, $"The disk failed on {path}. Nothing was lost that had been shown; check the disk and run the same command again.", error);
}
