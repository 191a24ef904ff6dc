using Beeper.Resolver.Storage;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Beeper.Resolver.Tests.Storage;

/// <summary>A real store on which single steps are tried, with the program's table of transitions or a changed one.</summary>
internal sealed class OperationBench : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly StoreConnection _connection;
    private readonly OperationTable _operations;
    private readonly UnsettledTable _unsettled;
    private readonly RunLock _lock;
    private int _targets;

    public OperationBench(Transitions? transitions = null)
    {
        ResolutionStore.Open(_folder.Store).Dispose();
        _lock = RunLock.Acquire(_folder.Store);
        _connection = StoreConnection.Open(_folder.Store, new StoreOptions());
        // What survives a power cut is another test's matter.
        _connection.Execute("pragma synchronous = off");
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(OperationCase.Now));
        _operations = new OperationTable(_connection, marker: null, time, transitions);
        _unsettled = new UnsettledTable(_connection, transitions);
    }

    /// <summary>Puts a row into the state of a case, tries its step, and gives the state it is in then; null where the step was refused.</summary>
    public OperationState? Try(OperationCase one)
    {
        var id = Insert(one);
        try
        {
            Step(one, id);
            return _operations.Find(id).State;
        }
        catch (StoreException error) when (error.Fault == StoreFault.BrokenTransition)
        {
            Assert.Equal(one.State, _operations.Find(id).State);
            return null;
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _lock.Dispose();
        _folder.Dispose();
    }

    private void Step(OperationCase one, long id)
    {
        const string run = OperationCase.Run;
        switch (one.Step)
        {
            case OperationStep.Reopen: _operations.Reopen(id, one.Effect); break;
            case OperationStep.Claim: _operations.Claim(id, run); break;
            case OperationStep.Release: _operations.Release(id, run); break;
            case OperationStep.Skip: _operations.Skip(id, run, "test"); break;
            case OperationStep.Begin: _operations.Begin(id, run, new StartIntent("POST /test", one.AllowInvite, one.HasText, new byte[32])); break;
            case OperationStep.Settle: _operations.Settle(id, run, one.AttemptGiven, new StartSettlement(one.StateGiven) { ChatId = "!chat" }); break;
            case OperationStep.TryAgain: _operations.TryAgain(id, run, one.AttemptGiven, "timeout", null); break;
            case OperationStep.Recover: _operations.RecoverOrphans(_lock); break;
            case OperationStep.LookUp: _unsettled.LookUp(id, run); break;
            case OperationStep.Prove: _unsettled.Prove(id, run, "!chat"); break;
            case OperationStep.Disprove: _unsettled.Disprove(id, run); break;
            case OperationStep.Doubt: _unsettled.Doubt(id, run, "test", one.Contradicted, DateTimeOffset.FromUnixTimeMilliseconds(OperationModel.GraceEnd)); break;
            case OperationStep.Postpone: _unsettled.Postpone(id, run); break;
            case OperationStep.DecideDone: _unsettled.DecideDone(id, "!chat"); break;
            case OperationStep.DecideAgain: _unsettled.DecideAgain(id); break;
            case OperationStep.DecideSkipped: _unsettled.DecideSkipped(id); break;
            default: throw new ArgumentOutOfRangeException(nameof(one), one.Step, "Unknown step.");
        }
    }

    private long Insert(OperationCase one) => _connection.Write((sqlite, transaction) =>
    {
        sqlite.Execute("delete from attempt; delete from op", transaction: transaction);
        var id = sqlite.ExecuteScalar<long>("""
            insert into op (account_id, target_key, contact_key, effect, state, attempt, owner, not_before, started_at, chat_id, again)
            values ('account', @key, 'contact', @effect, @state, @Attempts, @Owner, @NotBefore, @StartedAt, '!chat', @Again) returning op_id
            """, new { key = BitConverter.GetBytes(_targets++).Concat(new byte[28]).ToArray(), effect = one.Effect.ToString(), state = EnumNames.Of(one.State), one.Attempts, one.Owner, one.NotBefore, one.StartedAt, one.Again }, transaction);
        for (var number = 1; number <= one.Attempts; number++)
        {
            sqlite.Execute("insert into attempt (op_id, n, account_id, started_at, endpoint, allow_invite, has_text, digest, outcome) values (@id, @number, 'account', 0, 'POST /test', @seen, 0, x'00', @outcome)",
                new { id, number, seen = number == one.Attempts && one.LastWasSeen, outcome = number == one.Attempts ? one.LastOutcome : "pending" }, transaction);
        }
        return id;
    });
}
