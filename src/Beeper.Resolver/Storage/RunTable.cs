using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>The runs of a store.</summary>
public sealed class RunTable
{
    private readonly StoreConnection _connection;
    private readonly TimeProvider _time;

    internal RunTable(StoreConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
    }

    /// <summary>Notes that a run began.</summary>
    /// <returns>The run's ID.</returns>
    public long Begin(string command, string owner) => _connection.Write((sqlite, transaction) => sqlite.ExecuteScalar<long>(
        "insert into run (command, owner, started_at) values (@command, @owner, @now) returning run_id", new { command, owner, now = _time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction));

    /// <summary>Notes how a run ended.</summary>
    public void End(long id, int exitCode, string summary) => _connection.Write((sqlite, transaction) => sqlite.Execute(
        "update run set ended_at = @now, exit_code = @exitCode, summary = @summary where run_id = @id", new { id, exitCode, summary, now = _time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction));

    /// <summary>The last runs, newest first.</summary>
    public IReadOnlyList<StoredRun> Last(int count) => _connection.Read(sqlite => sqlite
        .Query<(string Command, long StartedAt, long? EndedAt, int? ExitCode, string? Summary)>("select command, started_at, ended_at, exit_code, summary from run order by run_id desc limit @count", new { count })
        .Select(static row => new StoredRun(row.Command, DateTimeOffset.FromUnixTimeMilliseconds(row.StartedAt), row.EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null, row.ExitCode, row.Summary)).ToList());
}
