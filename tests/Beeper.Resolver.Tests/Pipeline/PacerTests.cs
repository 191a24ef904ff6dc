using System.Security.Cryptography;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Storage;
using Beeper.Resolver.Tests.Storage;
using CsCheck;

namespace Beeper.Resolver.Tests.Pipeline;

/// <summary>Row F15: budgets and a wall clock that is set while a run goes on, or between two. WhatsApp allows 2 starts a minute and 20 an hour.</summary>
public sealed class PacerTests : IDisposable
{
    private static readonly Account WhatsApp = new("local-whatsapp_ba_Zq81", "whatsapp");

    private readonly StoreFolder _folder = new();
    private readonly InstantTime _time = new();

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(-86400 * 30)]
    [InlineData(3600)]
    [InlineData(86400 * 30)]
    public async Task F15_a_clock_that_is_set_during_a_run_neither_stalls_it_nor_lets_it_burst(int seconds)
    {
        using var store = ResolutionStore.Open(_folder.Store, _time);
        var pacer = PacerOf(store);
        Assert.Equal((true, TimeSpan.Zero), await StartAsync(pacer));
        Assert.Equal((true, TimeSpan.Zero), await StartAsync(pacer));
        _time.Jump = TimeSpan.FromSeconds(seconds);
        var (isLetThrough, waited) = await StartAsync(pacer);
        Assert.True(isLetThrough);
        Assert.InRange(waited, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(78));
    }

    [Fact]
    public async Task F15_a_clock_that_was_set_back_since_the_last_run_does_not_stall_this_one()
    {
        using (var store = ResolutionStore.Open(_folder.Store, _time))
        {
            for (var number = 0; number < 15; number++)
            {
                Attempt(store, number);
                _time.Advance(TimeSpan.FromMinutes(10));
            }
        }
        _time.Jump = TimeSpan.FromHours(-12);
        using (var store = ResolutionStore.Open(_folder.Store, _time))
        {
            var pacer = PacerOf(store);
            // The last request counts as just sent, and the others lie before it as they did: one more fits into the minute.
            Assert.Equal((true, TimeSpan.Zero), await StartAsync(pacer));
            var (isLetThrough, waited) = await StartAsync(pacer);
            Assert.True(isLetThrough);
            Assert.InRange(waited, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(78));
        }
    }

    [Fact]
    public async Task F15_first_messages_keep_the_pace_of_the_starts_before_them()
    {
        using var store = ResolutionStore.Open(_folder.Store, _time);
        var budgets = new AccountBudgets(store, time: _time);
        var starts = new Pacer(budgets, _time, new Random(1), careful: true);
        await StartAsync(starts);
        await StartAsync(starts);
        _time.Jump = TimeSpan.FromDays(1);
        Assert.InRange((await StartAsync(new Pacer(budgets, _time, new Random(1), careful: true))).Waited, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(78));
    }

    [Fact]
    public async Task Starts_that_were_sent_again_count()
    {
        using var store = ResolutionStore.Open(_folder.Store, _time);
        var pacer = PacerOf(store);
        await StartAsync(pacer);
        pacer.NoteSent(WhatsApp, IdentifierKind.Phone, 2);
        Assert.InRange((await StartAsync(pacer)).Waited, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(78));
    }

    [Fact]
    public async Task F15_whatever_becomes_of_the_clock_no_minute_and_no_hour_holds_more_than_its_budget()
    {
        await Gen.Int[-200_000, 200_000].Array[1, 25].SampleAsync(static async jumps =>
        {
            using var folder = new StoreFolder();
            var time = new InstantTime();
            using var store = ResolutionStore.Open(folder.Store, time);
            var pacer = new Pacer(new AccountBudgets(store, time: time), time, new Random(1), careful: true);
            var sent = new List<long>();
            foreach (var jump in jumps)
            {
                time.Jump = TimeSpan.FromSeconds(jump);
                if (await pacer.WaitAsync(WhatsApp, IdentifierKind.Phone, TestContext.Current.CancellationToken))
                    sent.Add(time.GetTimestamp());
            }
            Assert.Equal(Math.Min(jumps.Length, 20), sent.Count);
            Assert.All(sent, at => Assert.InRange(sent.Count(one => one > at - TimeSpan.TicksPerMinute && one <= at), 1, 2));
        }, iter: 20);
    }

    public void Dispose() => _folder.Dispose();

    private Pacer PacerOf(ResolutionStore store) => new(new AccountBudgets(store, time: _time), _time, new Random(1), careful: true);

    private async Task<(bool IsLetThrough, TimeSpan Waited)> StartAsync(Pacer pacer)
    {
        var began = _time.GetTimestamp();
        return (await pacer.WaitAsync(WhatsApp, IdentifierKind.Phone, TestContext.Current.CancellationToken), _time.GetElapsedTime(began));
    }

    private static void Attempt(ResolutionStore store, int number)
    {
        var operation = store.Operations.Prepare(WhatsApp.Id, SHA256.HashData(BitConverter.GetBytes(number)), "contact", StartEffect.E1);
        store.Operations.Claim(operation.Id, "run");
        var attempt = store.Operations.Begin(operation.Id, "run", new StartIntent("POST /test", AllowInvite: false, HasText: false, new byte[32]));
        store.Operations.Settle(operation.Id, "run", attempt, new StartSettlement(OperationState.Resolved) { ChatId = "!chat:sandbox.local" });
    }
}
