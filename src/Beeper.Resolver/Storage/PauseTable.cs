using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>Accounts whose server asked for patience longer than a run waits; later runs keep it.</summary>
public sealed class PauseTable
{
    private readonly StoreConnection _connection;

    internal PauseTable(StoreConnection connection) => _connection = connection;

    /// <summary>When an account may be asked again; null for at once.</summary>
    public DateTimeOffset? Until(string accountId) => _connection.Read(sqlite =>
        sqlite.ExecuteScalar<long?>("select not_before from pause where account_id = @accountId", new { accountId }) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null);

    /// <summary>Leaves an account alone until a time; an earlier time does not shorten a longer pause.</summary>
    public void Set(string accountId, DateTimeOffset until) => _connection.Write((sqlite, transaction) => sqlite.Execute("""
        insert into pause (account_id, not_before) values (@accountId, @at) on conflict (account_id) do update set not_before = max(not_before, excluded.not_before)
        """, new { accountId, at = until.ToUnixTimeMilliseconds() }, transaction));
}
