using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The SQLite file that remembers contacts, outcomes, starts and runs. What a method has written is on disk when it returns. Thread-safe;
/// one process at a time may write, which <see cref="RunLock"/> ensures.
/// </summary>
public sealed class ResolutionStore : IDisposable
{
    private readonly StoreConnection _connection;

    private ResolutionStore(StoreConnection connection, TimeProvider time, bool isNew)
    {
        _connection = connection;
        IsNew = isNew;
        Sources = new SourceTable(connection);
        Contacts = new ContactTable(connection);
        Decisions = new DecisionTable(connection);
        Suggestions = new SuggestionTable(connection);
        Accounts = new AccountTable(connection);
        Resolutions = new ResolutionTable(connection);
        Operations = new OperationTable(connection, time);
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

    /// <summary>Starts, written ahead.</summary>
    public OperationTable Operations { get; }

    /// <summary>Contact searches.</summary>
    public LookupTable Lookups { get; }

    /// <summary>Runs.</summary>
    public RunTable Runs { get; }

    /// <summary>Opens or makes a store.</summary>
    /// <exception cref="StoreException">The file cannot be used; it is untouched.</exception>
    public static ResolutionStore Open(string path, TimeProvider? time = null)
    {
        StoreFiles.Prepare(path);
        var connection = new StoreConnection(path, readOnly: false);
        try
        {
            var isNew = connection.Read(static sqlite => sqlite.ExecuteScalar<int>("pragma user_version")) == 0;
            StoreSchema.Migrate(connection);
            return new ResolutionStore(connection, time ?? TimeProvider.System, isNew);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A value kept under a name, or null.</summary>
    public string? Recall(string key) =>
        _connection.Read(sqlite => sqlite.ExecuteScalar<string?>("select value from meta where key = @key", new { key }));

    /// <summary>Keeps a value under a name.</summary>
    public void Remember(string key, string value) => _connection.Write((sqlite, transaction) => sqlite.Execute(
        "insert into meta (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value", new { key, value }, transaction));

    /// <summary>Looks the whole file over.</summary>
    /// <returns>The problems found; empty for a sound file.</returns>
    public IReadOnlyList<string> Check() =>
        [.. _connection.Read(static sqlite => sqlite.Query<string>("pragma quick_check")).Where(static line => line != "ok")];

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
