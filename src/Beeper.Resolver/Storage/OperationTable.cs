using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Beeper.Resolver.Storage;

/// <summary>
/// The starts of a store, first messages among them. Each goes pending → claimed → inflight → settled, every step in an immediate transaction
/// that checks the state it comes from; the step to inflight is on disk before the first byte leaves. A start in flight when its run died
/// becomes unknown, never pending. What settles unknown ones is in <see cref="UnsettledTable"/>.
/// </summary>
public sealed class OperationTable
{
    private readonly StoreConnection _connection;
    private readonly RollbackMarker? _marker;
    private readonly Transitions _transitions;
    private readonly TimeProvider _time;

    internal OperationTable(StoreConnection connection, RollbackMarker? marker, TimeProvider time, Transitions? transitions = null)
    {
        _connection = connection;
        _marker = marker;
        _time = time;
        _transitions = transitions ?? Transitions.Default;
    }

    /// <summary>The start of a target, made pending where there is none yet.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="targetKey">32 bytes that name the person asked for on that account.</param>
    /// <param name="contactKey">The contact.</param>
    /// <param name="effect">What the start may do to the person.</param>
    public StartOperation Prepare(string accountId, byte[] targetKey, string contactKey, StartEffect effect) =>
        _connection.Write((sqlite, transaction) => Prepare(sqlite, transaction, accountId, targetKey, contactKey, effect));

    /// <summary>Makes a settled start pending again, because it is to be asked anew; never one whose chat is known or that is unsettled.</summary>
    public void Reopen(long id, StartEffect effect) =>
        Step(id, _transitions.Reopen, "state = 'pending', owner = null, not_before = null, effect = @effect", new { id, effect = effect.ToString() });

    /// <summary>Takes a pending or due deferred start for a run.</summary>
    public void Claim(long id, string owner) => Step(id, _transitions.Claim, "state = 'claimed', owner = @owner", new { id, owner, now = Now() });

    /// <summary>Gives a claimed start back; nothing was sent.</summary>
    public void Release(long id, string owner) => Step(id, _transitions.Release, "state = 'pending', owner = null", new { id, owner });

    /// <summary>Drops a claimed first message that is not needed.</summary>
    public void Skip(long id, string owner, string reason) => Step(id, _transitions.Skip, "state = 'skipped', owner = null, reason = @reason", new { id, owner, reason });

    /// <summary>Logs what is about to be sent and marks the start in flight; returns the attempt's number once that is on disk.</summary>
    public int Begin(long id, string owner, StartIntent intent)
    {
        var attempt = _connection.Write((sqlite, transaction) =>
        {
            var now = Now();
            var number = sqlite.QuerySingleOrDefault<int?>(
                $"update op set state = 'inflight', attempt = attempt + 1, again = 0, started_at = @now where op_id = @id and {_transitions.Begin.Where()} returning attempt",
                new { id, owner, now, allowInvite = intent.AllowInvite, hasText = intent.HasText }, transaction) ?? throw Broken(id);
            sqlite.Execute("""
                insert into attempt (op_id, n, account_id, started_at, endpoint, allow_invite, has_text, digest)
                select @id, @number, account_id, @now, @Endpoint, @AllowInvite, @HasText, @Digest from op where op_id = @id
                """, new { id, number, now, intent.Endpoint, intent.AllowInvite, intent.HasText, intent.Digest }, transaction);
            return number;
        });
        _marker?.Advance(durable: intent.AllowInvite || intent.HasText);
        return attempt;
    }

    /// <summary>Settles a start in flight. What the person may have seen cannot be deferred; it is unknown.</summary>
    public void Settle(long id, string owner, int attempt, StartSettlement settlement) => _connection.Write((sqlite, transaction) =>
    {
        var state = EnumNames.Of(settlement.State);
        Change(sqlite, transaction, id, _transitions.Settle, """
            state = @state, owner = null, chat_id = @ChatId, status = @status, not_before = @notBefore, reason = @Reason, http_status = @HttpStatus,
            status_certain = case when @state = 'resolved' and (@status is null or (status_certain = 0 and @status = 'existing')) then 0 else 1 end
            """, new
        {
            id, owner, attempt, state, settlement.ChatId, settlement.Reason, settlement.HttpStatus,
            status = settlement.Status is { } status ? EnumNames.Of(status) : null,
            notBefore = settlement.NotBefore?.ToUnixTimeMilliseconds(),
        });
        Close(sqlite, transaction, new { id, attempt, outcome = state, now = Now(), httpStatus = settlement.HttpStatus, code = settlement.Reason });
    });

    /// <summary>
    /// Takes a start in flight whose outcome is unknown back for one more try in this run, which only a start nobody can see allows. Whether
    /// the chat was there before is uncertain from here on.
    /// </summary>
    public void TryAgain(long id, string owner, int attempt, string? reason, int? httpStatus) => _connection.Write((sqlite, transaction) =>
    {
        Change(sqlite, transaction, id, _transitions.TryAgain, "state = 'claimed', status_certain = 0", new { id, owner, attempt });
        Close(sqlite, transaction, new { id, attempt, outcome = "unknown", now = Now(), httpStatus, code = reason });
    });

    /// <summary>
    /// Puts right what a dead run left: starts in flight and those being looked up become unknown, claimed ones pending.
    /// </summary>
    /// <param name="held">The run lock of this store, which says that the other run is dead.</param>
    /// <returns>How many starts in flight became unknown.</returns>
    public int RecoverOrphans(RunLock held)
    {
        if (held.StorePath != _connection.Path)
            throw new ArgumentException("The lock is that of another store.", nameof(held));
        return _connection.Write((sqlite, transaction) =>
        {
            sqlite.Execute($"update op set state = 'pending', owner = null where {_transitions.Unclaim.Where()}", transaction: transaction);
            sqlite.Execute($"update op set state = 'unknown', owner = null where {_transitions.Abandon.Where()}", transaction: transaction);
            sqlite.Execute("update attempt set outcome = 'unknown', code = 'run_died' where outcome is null and exists (select 1 from op where op.op_id = attempt.op_id and op.state = 'inflight' and op.attempt = attempt.n)", transaction: transaction);
            return sqlite.Execute($"update op set state = 'unknown', owner = null, status_certain = 0, reason = 'run_died' where {_transitions.Lose.Where()}", transaction: transaction);
        });
    }

    /// <summary>The starts whose outcome is unknown or waits for a person.</summary>
    public IReadOnlyList<StartOperation> Unsettled() => _connection.Read(static sqlite => OperationRow.Query(sqlite, null, "where state in ('unknown', 'review') order by op_id", null));

    /// <summary>The starts made for a contact.</summary>
    public IReadOnlyList<StartOperation> OfContact(string contactKey) => _connection.Read(sqlite => OperationRow.Query(sqlite, null, "where contact_key = @contactKey order by op_id", new { contactKey }));

    /// <summary>A start by its row.</summary>
    public StartOperation Find(long id) => _connection.Read(sqlite => OperationRow.Query(sqlite, null, "where op_id = @id", new { id }).Single());

    /// <summary>How many starts are in each state.</summary>
    public IReadOnlyDictionary<OperationState, int> Counts() => _connection.Read(static sqlite => sqlite.Query<(string State, int Count)>("select state, count(*) from op group by state")
        .ToDictionary(static row => EnumNames.Parse<OperationState>(row.State), static row => row.Count));

    /// <summary>Times of the requests sent on an account since a time, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> AttemptsSince(string accountId, DateTimeOffset since) => _connection.Read(sqlite => sqlite
        .Query<long>("select started_at from attempt where account_id = @accountId and started_at > @since order by started_at", new { accountId, since = since.ToUnixTimeMilliseconds() })
        .Select(DateTimeOffset.FromUnixTimeMilliseconds).ToList());

    internal static StartOperation Prepare(SqliteConnection sqlite, DbTransaction transaction, string accountId, byte[] targetKey, string contactKey, StartEffect effect)
    {
        sqlite.Execute("insert into op (account_id, target_key, contact_key, effect, state) values (@accountId, @targetKey, @contactKey, @effect, 'pending') on conflict do nothing",
            new { accountId, targetKey, contactKey, effect = effect.ToString() }, transaction);
        return OperationRow.Query(sqlite, transaction, "where account_id = @accountId and target_key = @targetKey", new { accountId, targetKey }).Single();
    }

    private static void Close(SqliteConnection sqlite, DbTransaction transaction, object ending) => sqlite.Execute(
        "update attempt set ended_at = @now, outcome = @outcome, http_status = @httpStatus, code = @code where op_id = @id and n = @attempt", ending, transaction);

    private void Step(long id, Transition transition, string changes, object parameters) =>
        _connection.Write((sqlite, transaction) => Change(sqlite, transaction, id, transition, changes, parameters));

    private void Change(SqliteConnection sqlite, DbTransaction transaction, long id, Transition transition, string changes, object parameters)
    {
        if (sqlite.Execute($"update op set {changes} where op_id = @id and {transition.Where()}", parameters, transaction) != 1)
            throw Broken(id);
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private StoreException Broken(long id) => StoreException.Broken(id, _connection.Path);
}
