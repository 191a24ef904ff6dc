using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The starts of a store. Each goes pending → claimed → inflight → settled, every step in an immediate transaction that checks the state it
/// comes from; the step to inflight is on disk before the first byte leaves. A start in flight when its run died becomes unknown, never pending.
/// </summary>
public sealed class OperationTable
{
    private readonly StoreConnection _connection;
    private readonly TimeProvider _time;

    internal OperationTable(StoreConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
    }

    /// <summary>The start of a target, made pending where there is none yet.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetKey">32 bytes that name the person asked for on that account.</param>
    /// <param name="contactKey">The contact.</param>
    /// <param name="effect">What the start may do to the person.</param>
    public StartOperation Prepare(string accountId, byte[] targetKey, string contactKey, StartEffect effect) => _connection.Write((sqlite, transaction) =>
    {
        sqlite.Execute("insert into op (account_id, target_key, contact_key, effect, state) values (@accountId, @targetKey, @contactKey, @effect, 'pending') on conflict do nothing",
            new { accountId, targetKey, contactKey, effect = effect.ToString() }, transaction);
        return Query(sqlite, transaction, "where account_id = @accountId and target_key = @targetKey", new { accountId, targetKey }).Single();
    });

    /// <summary>Makes a settled start pending again, because it is to be asked anew; never one whose chat is known or that is unsettled.</summary>
    public void Reopen(long id, StartEffect effect) => Change(id,
        "update op set state = 'pending', owner = null, not_before = null, effect = @effect where op_id = @id and state in ('not_found', 'rejected', 'deferred', 'pending')", new { id, effect = effect.ToString() });

    /// <summary>Takes a pending or deferred start for a run.</summary>
    public void Claim(long id, string owner) => Change(id, "update op set state = 'claimed', owner = @owner where op_id = @id and state in ('pending', 'deferred')", new { id, owner });

    /// <summary>Logs what is about to be sent and marks the start in flight; returns the attempt's number once that is on disk.</summary>
    public int Begin(long id, string owner, StartIntent intent) => _connection.Write((sqlite, transaction) =>
    {
        var now = Now();
        var attempt = sqlite.QuerySingleOrDefault<int?>("""
            update op set state = 'inflight', attempt = attempt + 1, started_at = @now where op_id = @id and state = 'claimed' and owner = @owner returning attempt
            """, new { id, owner, now }, transaction) ?? throw Broken(id);
        sqlite.Execute("""
            insert into attempt (op_id, n, account_id, started_at, endpoint, allow_invite, has_text, digest)
            select @id, @attempt, account_id, @now, @Endpoint, @AllowInvite, @HasText, @Digest from op where op_id = @id
            """, new { id, attempt, now, intent.Endpoint, intent.AllowInvite, intent.HasText, intent.Digest }, transaction);
        return attempt;
    });

    /// <summary>Settles a start in flight.</summary>
    public void Settle(long id, string owner, int attempt, StartSettlement settlement) => _connection.Write((sqlite, transaction) =>
    {
        var state = EnumNames.Of(settlement.State);
        var changed = sqlite.Execute("""
            update op set state = @state, owner = null, chat_id = @ChatId, status = @status, status_certain = @certain, not_before = @notBefore, reason = @Reason, http_status = @HttpStatus
            where op_id = @id and state = 'inflight' and owner = @owner and attempt = @attempt
            """, new
        {
            id, owner, attempt, state, settlement.ChatId, settlement.Reason, settlement.HttpStatus,
            status = settlement.Status is { } status ? EnumNames.Of(status) : null,
            certain = settlement.Status is not null || settlement.State != OperationState.Resolved,
            notBefore = settlement.NotBefore?.ToUnixTimeMilliseconds(),
        }, transaction);
        if (changed != 1)
            throw Broken(id);
        sqlite.Execute("update attempt set ended_at = @now, outcome = @state, http_status = @HttpStatus, code = @Reason where op_id = @id and n = @attempt",
            new { id, attempt, state, now = Now(), settlement.HttpStatus, settlement.Reason }, transaction);
    });

    /// <summary>Gives a claimed start back; nothing was sent.</summary>
    public void Release(long id, string owner) => Change(id, "update op set state = 'pending', owner = null where op_id = @id and state = 'claimed' and owner = @owner", new { id, owner });

    /// <summary>
    /// Puts right what a dead run left: starts in flight become unknown, claimed ones pending. Only under the run lock.
    /// </summary>
    /// <returns>How many became unknown.</returns>
    public int RecoverOrphans() => _connection.Write((sqlite, transaction) =>
    {
        sqlite.Execute("update op set state = 'pending', owner = null where state = 'claimed'", transaction: transaction);
        sqlite.Execute("update attempt set outcome = 'unknown', code = 'run_died' where outcome is null and exists (select 1 from op where op.op_id = attempt.op_id and op.state = 'inflight' and op.attempt = attempt.n)", transaction: transaction);
        return sqlite.Execute("update op set state = 'unknown', owner = null, reason = 'run_died' where state in ('inflight', 'reconciling')", transaction: transaction);
    });

    /// <summary>Settles an unknown start by what a look-up showed: its chat, or for a start nobody can see, that it may be sent again.</summary>
    public void Reconcile(long id, string? chatId) => Change(id, chatId is null
        ? "update op set state = 'pending', reason = null where op_id = @id and state = 'unknown' and effect = 'E1'"
        : "update op set state = 'resolved', chat_id = @chatId, status_certain = 0, reason = 'reconciled' where op_id = @id and state = 'unknown'", new { id, chatId });

    /// <summary>The starts whose outcome is unknown or waits for a person.</summary>
    public IReadOnlyList<StartOperation> Unsettled() => _connection.Read(static sqlite => Query(sqlite, null, "where state in ('unknown', 'review')", null));

    /// <summary>The starts made for a contact.</summary>
    public IReadOnlyList<StartOperation> OfContact(string contactKey) => _connection.Read(sqlite => Query(sqlite, null, "where contact_key = @contactKey order by op_id", new { contactKey }));

    /// <summary>Times of the requests sent on an account since a time, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> AttemptsSince(string accountId, DateTimeOffset since) => _connection.Read(sqlite => sqlite
        .Query<long>("select started_at from attempt where account_id = @accountId and started_at > @since order by started_at", new { accountId, since = since.ToUnixTimeMilliseconds() })
        .Select(DateTimeOffset.FromUnixTimeMilliseconds).ToList());

    private static List<StartOperation> Query(SqliteConnection sqlite, DbTransaction? transaction, string where, object? parameters) => sqlite
        .Query<OperationRow>($"select op_id Id, account_id AccountId, target_key TargetKey, contact_key ContactKey, effect, state, attempt, owner, not_before NotBefore, chat_id ChatId, status, reason from op {where}", parameters, transaction)
        .Select(static row => row.ToOperation()).ToList();

    private void Change(long id, string sql, object parameters) => _connection.Write((sqlite, transaction) =>
    {
        if (sqlite.Execute(sql, parameters, transaction) != 1)
            throw Broken(id);
    });

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private StoreException Broken(long id) => new(StoreFault.BrokenTransition, $"Start {id} of the store {_connection.Path} was not in the state this step needs. Nothing was sent; please report this.");

    private sealed record OperationRow(long Id, string AccountId, byte[] TargetKey, string ContactKey, string Effect, string State, long Attempt, string? Owner, long? NotBefore, string? ChatId, string? Status, string? Reason)
    {
        public StartOperation ToOperation() => new(Id, AccountId, ContactKey, Enum.Parse<StartEffect>(Effect), EnumNames.Parse<OperationState>(State), (int)Attempt)
        {
            TargetKey = TargetKey,
            Owner = Owner,
            NotBefore = NotBefore is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            ChatId = ChatId,
            Status = Status is null ? null : EnumNames.Parse<ChatStatus>(Status),
            Reason = Reason,
        };
    }
}
