using Dapper;

namespace Beeper.Resolver.Storage;

/// <summary>The contact searches of a store: misses that still stand, and the times that count against the networks' budgets.</summary>
public sealed class LookupTable
{
    private readonly StoreConnection _connection;

    internal LookupTable(StoreConnection connection) => _connection = connection;

    /// <summary>Notes a search that was answered.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetKey">32 bytes that name the person asked for on that account.</param>
    /// <param name="askedAt">When.</param>
    /// <param name="isFound">Whether somebody carries the identifier.</param>
    public void Note(string accountId, byte[] targetKey, DateTimeOffset askedAt, bool isFound) => _connection.Write((sqlite, transaction) => sqlite.Execute("""
        insert into lookup (account_id, target_key, asked_at, is_found) values (@accountId, @targetKey, @at, @isFound)
        on conflict (account_id, target_key) do update set asked_at = excluded.asked_at, is_found = excluded.is_found
        """, new { accountId, targetKey, at = askedAt.ToUnixTimeMilliseconds(), isFound }, transaction));

    /// <summary>Whether the target was asked for since a time and nobody carried it.</summary>
    public bool MissedSince(string accountId, byte[] targetKey, DateTimeOffset since) => _connection.Read(sqlite => sqlite.ExecuteScalar<int>(
        "select count(*) from lookup where account_id = @accountId and target_key = @targetKey and is_found = 0 and asked_at > @since",
        new { accountId, targetKey, since = since.ToUnixTimeMilliseconds() }) > 0);

    /// <summary>Times of the searches on an account since a time, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> AskedSince(string accountId, DateTimeOffset since) => Times(
        "select asked_at from lookup where account_id = @accountId and asked_at > @since order by asked_at", accountId, since);

    /// <summary>Notes that a start by phone is about to be sent, on a network that counts those apart.</summary>
    public void NotePhoneStart(string accountId, DateTimeOffset at) => _connection.Write((sqlite, transaction) => sqlite.Execute(
        "insert into phone_start (account_id, granted_at) values (@accountId, @at)", new { accountId, at = at.ToUnixTimeMilliseconds() }, transaction));

    /// <summary>Times of the starts by phone on an account since a time, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> PhoneStartsSince(string accountId, DateTimeOffset since) => Times(
        "select granted_at from phone_start where account_id = @accountId and granted_at > @since order by granted_at", accountId, since);

    private IReadOnlyList<DateTimeOffset> Times(string sql, string accountId, DateTimeOffset since) => _connection.Read(sqlite => sqlite
        .Query<long>(sql, new { accountId, since = since.ToUnixTimeMilliseconds() }).Select(DateTimeOffset.FromUnixTimeMilliseconds).ToList());
}
