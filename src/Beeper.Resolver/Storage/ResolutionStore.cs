using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The SQLite file that remembers contacts, outcomes, starts, first messages and runs. What a method has written is on disk when it returns.
/// Thread-safe; one process at a time may write, which <see cref="RunLock"/> ensures.
/// </summary>
public sealed class ResolutionStore : IDisposable
{
    private const long MostNeededRoom = 64 << 20;

    private readonly StoreConnection _connection;
    private readonly RollbackMarker? _marker;

    private ResolutionStore(StoreConnection connection, RollbackMarker? marker, TimeProvider time, bool isNew)
    {
        _connection = connection;
        _marker = marker;
        IsNew = isNew;
        Sources = new SourceTable(connection);
        Contacts = new ContactTable(connection);
        Decisions = new DecisionTable(connection);
        Suggestions = new SuggestionTable(connection);
        Accounts = new AccountTable(connection);
        Resolutions = new ResolutionTable(connection);
        SettledRuns = new SettledRunTable(connection);
        Operations = new OperationTable(connection, marker, time);
        Unsettled = new UnsettledTable(connection);
        Outbox = new OutboxTable(connection);
        Pauses = new PauseTable(connection);
        Lookups = new LookupTable(connection);
        Runs = new RunTable(connection, time);
    }

    /// <summary>Path of the file.</summary>
    public string Path => _connection.Path;

    /// <summary>Whether opening made the store.</summary>
    public bool IsNew { get; }

    /// <summary>Address books and their records.</summary>
    public SourceTable Sources { get; }

    /// <summary>Contacts.</summary>
    public ContactTable Contacts { get; }

    /// <summary>What the user decided about who is one person.</summary>
    public DecisionTable Decisions { get; }

    /// <summary>Contacts that may be one person.</summary>
    public SuggestionTable Suggestions { get; }

    /// <summary>Chat accounts seen.</summary>
    public AccountTable Accounts { get; }

    /// <summary>What is known per contact and account.</summary>
    public ResolutionTable Resolutions { get; }

    /// <summary>The counts of a run that left nothing due.</summary>
    public SettledRunTable SettledRuns { get; }

    /// <summary>Starts, written ahead.</summary>
    public OperationTable Operations { get; }

    /// <summary>Contact searches.</summary>
    public LookupTable Lookups { get; }

    /// <summary>What settles starts of unknown outcome.</summary>
    public UnsettledTable Unsettled { get; }

    /// <summary>First messages.</summary>
    public OutboxTable Outbox { get; }

    /// <summary>Accounts to be left alone for a while.</summary>
    public PauseTable Pauses { get; }

    /// <summary>Runs.</summary>
    public RunTable Runs { get; }

    /// <summary>Opens or makes a store.</summary>
    /// <exception cref="StoreException">The file cannot be used; it is untouched.</exception>
    public static ResolutionStore Open(string path, TimeProvider? time = null) => Open(path, new StoreOptions(), time);

    /// <summary>Opens or makes a store.</summary>
    /// <exception cref="StoreException">The file cannot be used; it is untouched.</exception>
    public static ResolutionStore Open(string path, StoreOptions options, TimeProvider? time = null)
    {
        var isNew = !StoreGate.Check(path, options);
        var connection = StoreConnection.Open(path, options);
        RollbackMarker? marker = null;
        try
        {
            StoreSchema.Migrate(connection);
            var (uuid, attempts) = connection.Read(StoreGate.Identity);
            marker = RollbackMarker.Open(path, uuid!, attempts, options.AcceptRollback);
            return new ResolutionStore(connection, marker, time ?? TimeProvider.System, isNew);
        }
        catch
        {
            marker?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a store for reading only; it may be in use, and neither it nor its directory need be writable.</summary>
    /// <exception cref="StoreException">The file cannot be used, or has an older schema.</exception>
    public static ResolutionStore OpenReadOnly(string path, TimeProvider? time = null) => new(StoreGate.OpenForReading(path), marker: null, time ?? TimeProvider.System, isNew: false);

    /// <summary>Whether records or decisions have changed since the contacts were merged.</summary>
    public bool IsMergeDue => _connection.Read(MergeState.IsDue);

    /// <summary>A value kept under a name, or null.</summary>
    public string? Recall(string key) =>
        _connection.Read(sqlite => sqlite.ExecuteScalar<string?>("select value from meta where key = @key", new { key }));

    /// <summary>Keeps a value under a name.</summary>
    public void Remember(string key, string value) => _connection.Write((sqlite, transaction) => sqlite.Execute(
        "insert into meta (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value", new { key, value }, transaction));

    /// <summary>Looks the whole file over: its pages, and the invariants of its content.</summary>
    /// <returns>The problems found; empty for a sound store.</returns>
    public IReadOnlyList<string> Check() => _connection.Read(StoreCheck.Run);

    /// <summary>Makes sure that what is about to be sent can be remembered: room on the disk, and a write that reaches it.</summary>
    /// <exception cref="StoreException">There is less than 64 MiB, or the write fails.</exception>
    public void EnsureRoom()
    {
        if (FileSystems.FreeSpace(Path) < MostNeededRoom)
            throw StoreException.DiskFull(Path);
        Remember("room", "checked");
    }

    /// <summary>Copies the store into a new file that only its owner reads.</summary>
    /// <exception cref="StoreException">The file exists, or cannot be written.</exception>
    public void Backup(string path) => StoreBackup.Write(_connection, path);

    /// <summary>
    /// Deletes everything the store knows, from the file, its log and the copies that migrations left beside it, so that nothing can be read
    /// back from them. What was sent is forgotten too; the run lock must be held.
    /// </summary>
    public void Purge(RunLock held) => StorePurge.Run(_connection, held);

    /// <inheritdoc/>
    public void Dispose()
    {
        _marker?.Dispose();
        _connection.Dispose();
    }
}
