using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>The chat accounts a store has seen, for answering without a request.</summary>
public sealed class AccountTable
{
    private readonly StoreConnection _connection;

    internal AccountTable(StoreConnection connection) => _connection = connection;

    /// <summary>Replaces the accounts by those just read.</summary>
    public void Save(IReadOnlyList<Account> accounts, DateTimeOffset readAt) => _connection.Write((sqlite, transaction) =>
    {
        sqlite.Execute("delete from account", transaction: transaction);
        foreach (var account in accounts)
        {
            sqlite.Execute("insert into account (account_id, body, read_at) values (@Id, @body, @readAt)",
                new { account.Id, body = StoreJson.Write(account), readAt = readAt.ToUnixTimeMilliseconds() }, transaction);
        }
    });

    /// <summary>The accounts as last read, and when; empty and null for a new store.</summary>
    public (IReadOnlyList<Account> Accounts, DateTimeOffset? ReadAt) Load() => _connection.Read(static sqlite =>
    {
        var rows = sqlite.Query<(string Body, long ReadAt)>("select body, read_at from account order by account_id").ToList();
        return ((IReadOnlyList<Account>)[.. rows.Select(static row => StoreJson.Read<Account>(row.Body))], rows.Count == 0 ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(rows[0].ReadAt));
    });
}
