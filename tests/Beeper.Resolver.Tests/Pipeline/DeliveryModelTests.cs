using System.Security.Cryptography;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;
using Beeper.Resolver.Tests.Storage;
using CsCheck;

namespace Beeper.Resolver.Tests.Pipeline;

/// <summary>
/// Random sequences of starts and first messages, answered in every way and killed at every step, against a model of the server. Whatever
/// happens: no person gets a second message unless somebody allowed it, every chat ID kept is right, and nothing stays in flight.
/// </summary>
public sealed class DeliveryModelTests
{
    private const int People = 3;

    private static readonly Gen<Move> Moves = Gen.Select(
        Gen.Int[0, People - 1], Gen.Frequency((4, Gen.Const(MoveKind.Start)), (4, Gen.Const(MoveKind.Message)), (2, Gen.Const(MoveKind.LookUp)), (1, Gen.Const(MoveKind.Allow)), (1, Gen.Const(MoveKind.Wait))),
        Gen.Enum<AnswerKind>().Array[1, 4], Gen.Frequency((5, Gen.Const(KillPoint.Never)), (1, Gen.Const(KillPoint.BeforeIntent)), (1, Gen.Const(KillPoint.BeforeEffect)), (1, Gen.Const(KillPoint.AfterEffect))),
        static (person, kind, answers, kill) => new Move(person, kind, answers, kill));

    private enum MoveKind
    {
        Start,
        Message,
        LookUp,
        Allow,
        Wait,
    }

    private enum AnswerKind
    {
        Done,
        DoneThenLost,
        DoneThenFailed,
        DoneThenThrottled,
        Lost,
        Refused,
        NotSent,
        Throttled,
        Unauthorized,
    }

    private enum KillPoint
    {
        Never,
        BeforeIntent,
        BeforeEffect,
        AfterEffect,
    }

    [Fact]
    public void Nothing_is_sent_twice_and_nothing_is_lost_whatever_the_answers_and_kills() => Moves.Array[1, 14].Sample(
        static moves => RunAsync(moves).GetAwaiter().GetResult(), iter: 80, threads: 1, print: static moves => string.Join(", ", moves.Select(static move => move.ToString())));

    private static async Task<bool> RunAsync(Move[] moves)
    {
        using var folder = new StoreFolder();
        using var store = ResolutionStore.Open(folder.Store);
        using var held = RunLock.Acquire(folder.Store);
        var world = new World(store, held);
        foreach (var move in moves)
        {
            await world.MakeAsync(move);
            store.Operations.RecoverOrphans(held);
            world.AssertInvariants();
        }
        await world.FinishAsync();
        world.AssertInvariants();
        Assert.All(world.Starts, static state => Assert.Contains(state, new[] { OperationState.Resolved, OperationState.Review, OperationState.Rejected }));
        Assert.Empty(store.Check());
        return true;
    }

    private sealed record Move(int Person, MoveKind Kind, AnswerKind[] Answers, KillPoint Kill)
    {
        public override string ToString() => $"{Kind} {Person} [{string.Join(' ', Answers)}] {Kill}";
    }

    private sealed class Killed : Exception;

    /// <summary>The server, the store and what has been allowed by hand.</summary>
    private sealed class World(ResolutionStore store, RunLock held)
    {
        private static readonly Account WhatsApp = new("account", "whatsapp");

        private readonly InstantTime _time = new();
        private readonly bool[] _hasChat = new bool[People];
        private readonly int[] _messages = new int[People];
        private readonly int[] _allowed = new int[People];

        public IEnumerable<OperationState> Starts => Enumerable.Range(0, People).SelectMany(person => store.Operations.OfContact($"c{person}")).Where(static operation => operation.Effect == StartEffect.E1).Select(static operation => operation.State);

        public async Task MakeAsync(Move move)
        {
            switch (move.Kind)
            {
                case MoveKind.Start:
                    await SendAsync(move, store.Operations.Prepare(WhatsApp.Id, SHA256.HashData([(byte)move.Person]), $"c{move.Person}", StartEffect.E1));
                    break;
                case MoveKind.Message when _hasChat[move.Person] && _messages[move.Person] == 0:
                    await SendAsync(move, store.Outbox.Prepare(WhatsApp.Id, Chat(move.Person), "first", $"c{move.Person}", new byte[32]).Operation);
                    break;
                case MoveKind.LookUp:
                    LookUp(move.Kill);
                    break;
                case MoveKind.Allow:
                    Allow(move.Person);
                    break;
                case MoveKind.Wait:
                    _time.Advance(TimeSpan.FromMinutes(10));
                    break;
            }
        }

        public void AssertInvariants()
        {
            for (var person = 0; person < People; person++)
            {
                Assert.InRange(_messages[person], 0, 1 + _allowed[person]);
                foreach (var operation in store.Operations.OfContact($"c{person}"))
                {
                    Assert.DoesNotContain(operation.State, new[] { OperationState.Inflight, OperationState.Claimed, OperationState.Reconciling });
                    if (operation.State == OperationState.Resolved)
                        Assert.Equal(Chat(person), operation.ChatId);
                    // A message that was delivered never counts as unsent.
                    if (operation.Effect == StartEffect.E3 && _messages[person] > 0)
                        Assert.DoesNotContain(operation.State, new[] { OperationState.Rejected, OperationState.NotFound, OperationState.Deferred });
                }
            }
        }

        /// <summary>A server that answers well and look-ups settle what machines can settle.</summary>
        public async Task FinishAsync()
        {
            for (var round = 0; round < 2; round++)
            {
                _time.Advance(TimeSpan.FromHours(1));
                LookUp(KillPoint.Never);
                for (var person = 0; person < People; person++)
                    await MakeAsync(new Move(person, MoveKind.Start, [AnswerKind.Done], KillPoint.Never));
            }
        }

        private async Task SendAsync(Move move, StartOperation operation)
        {
            if (operation.State is not (OperationState.Pending or OperationState.Deferred or OperationState.NotFound))
                return;
            var delivery = new StartDelivery(store, static _ => Task.CompletedTask, _time, Guid.NewGuid().ToString("N"));
            using var lane = new AccountLane(WhatsApp, _time);
            var answers = new Queue<AnswerKind>(move.Answers);
            store.Operations.Reopen(operation.Id, operation.Effect);
            store.Operations.Claim(operation.Id, delivery.Owner);
            var intent = new StartIntent("POST /test", AllowInvite: false, operation.Effect == StartEffect.E3, new byte[32]);
            try
            {
                await delivery.SendAsync(
                    lane, operation, intent,
                    () => move.Kill == KillPoint.BeforeIntent ? throw new Killed() : Task.FromResult(true),
                    _ => Task.FromResult(Answer(move, operation.Effect, answers.TryDequeue(out var answer) ? answer : AnswerKind.Done)),
                    result => StartAnswers.Settlement(result, NetworkCatalog.Default["whatsapp"], _time.GetUtcNow(), operation.Effect) with { ChatId = result.ChatId },
                    StopSignal.From(TestContext.Current.CancellationToken));
            }
            catch (Killed)
            {
                // The process is gone; its orphans are recovered by the next one.
            }
        }

        private StartResult Answer(Move move, StartEffect effect, AnswerKind kind)
        {
            if (move.Kill == KillPoint.BeforeEffect)
                throw new Killed();
            if (kind is AnswerKind.Done or AnswerKind.DoneThenLost or AnswerKind.DoneThenFailed or AnswerKind.DoneThenThrottled)
            {
                _hasChat[move.Person] = true;
                _messages[move.Person] += effect == StartEffect.E3 ? 1 : 0;
            }
            if (move.Kill == KillPoint.AfterEffect)
                throw new Killed();
            return kind switch
            {
                AnswerKind.Done => new StartResult(StartResultKind.Started) { ChatId = Chat(move.Person), Status = ChatStatus.Created },
                AnswerKind.Refused => new StartResult(StartResultKind.NotFound),
                AnswerKind.NotSent => new StartResult(StartResultKind.NotSent),
                AnswerKind.Throttled or AnswerKind.DoneThenThrottled => new StartResult(StartResultKind.Throttled) { RetryAfter = TimeSpan.FromSeconds(5) },
                AnswerKind.Unauthorized => new StartResult(StartResultKind.Unauthorized),
                _ => new StartResult(StartResultKind.Unknown),
            };
        }

        private void LookUp(KillPoint kill)
        {
            foreach (var operation in store.Operations.Unsettled().Where(static operation => operation.State == OperationState.Unknown))
            {
                const string run = "look-up";
                var person = operation.ContactKey[1] - '0';
                store.Unsettled.LookUp(operation.Id, run);
                if (kill != KillPoint.Never)
                {
                    store.Operations.RecoverOrphans(held);
                    return;
                }
                var isSeen = operation.Effect == StartEffect.E3 ? _messages[person] > 0 : _hasChat[person];
                if (isSeen)
                    store.Unsettled.Prove(operation.Id, run, Chat(person));
                else if (operation.Effect == StartEffect.E1 && operation.Attempt < Transitions.MostAttempts)
                    store.Unsettled.Disprove(operation.Id, run);
                else if (operation.Effect == StartEffect.E1 || operation.StartedAt <= _time.GetUtcNow() - TimeSpan.FromMinutes(2))
                    store.Unsettled.Doubt(operation.Id, run, "not_seen", contradicted: false, _time.GetUtcNow() - TimeSpan.FromMinutes(2));
                else
                    store.Unsettled.Postpone(operation.Id, run);
            }
        }

        private void Allow(int person)
        {
            foreach (var operation in store.Operations.Unsettled().Where(operation => operation.Effect == StartEffect.E3 && operation.ContactKey == $"c{person}"))
            {
                _allowed[person]++;
                store.Unsettled.DecideAgain(operation.Id);
            }
        }

        private static string Chat(int person) => $"!chat{person}:sandbox.local";
    }
}
