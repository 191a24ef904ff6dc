using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Storage;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>What carries text: one request per chat for ever, whatever happens to it (rows F18, F19, F21, F22, F25, F26 for first messages).</summary>
public sealed class MessageFaultTests
{
    [Fact]
    public async Task Every_resolved_contact_gets_one_message_and_a_second_run_sends_none()
    {
        await using var bench = await CreateAsync(4);
        await bench.ResolveAsync();
        Assert.All(await bench.MessageAsync(), static result => Assert.Equal(FirstMessageOutcome.Sent, result.Outcome));
        Assert.Empty(await bench.MessageAsync("Another text for {firstName}"));
        Assert.Equal(4, bench.Received("POST", "/messages"));
        Assert.Contains(bench.Server.Journal.Entries, static entry => entry.Body?.Contains("Hello Ada, this is my new number.", StringComparison.Ordinal) == true);
        bench.AssertSound();
    }

    [Fact]
    public async Task A_limit_leaves_the_rest_for_the_next_run()
    {
        await using var bench = await CreateAsync(4);
        await bench.ResolveAsync();
        Assert.Equal(3, (await bench.MessageAsync(most: 3)).Count);
        Assert.Single(await bench.MessageAsync(most: 3));
        bench.AssertSound();
    }

    [Theory]
    [InlineData("before", 500, null)]
    [InlineData("after", 500, null)]
    [InlineData("before", 502, null)]
    [InlineData("before", 503, null)]
    [InlineData("after", 504, null)]
    [InlineData("before", 429, null)]
    [InlineData("after", 429, null)]
    [InlineData("after", 409, null)]
    [InlineData("before", 408, null)]
    [InlineData("before", null, "before-read")]
    [InlineData("before", null, "after-read")]
    [InlineData("after", null, "after-read")]
    [InlineData("after", null, "mid-body")]
    public async Task F18_F21_F22_F25_an_unclear_answer_is_unknown_and_never_followed_by_a_second_request(string when, int? status, string? drop)
    {
        await using var bench = await CreateAsync(1, Fault(MessageRoute, new FaultEffect { When = when, Status = status, Drop = drop }, nth: 1));
        await bench.ResolveAsync();
        Assert.Equal(FirstMessageOutcome.Unknown, Assert.Single(await bench.MessageAsync()).Outcome);
        for (var run = 0; run < 3; run++)
        {
            await bench.ReconcileAsync();
            await bench.ResolveAsync();
            Assert.Empty(await bench.MessageAsync());
            bench.Time.Jump += TimeSpan.FromHours(5);
        }
        Assert.Equal(1, bench.Received("POST", "/messages"));
        Assert.Equal(1, bench.States(messages: true).GetValueOrDefault(when == "after" ? OperationState.Resolved : OperationState.Review));
        bench.AssertSound();
    }

    [Fact]
    public async Task F21_a_message_of_unknown_outcome_stays_in_sight_in_every_later_run()
    {
        await using var world = await CrashWorld.CreateAsync(2, null, Fault(MessageRoute, new FaultEffect { Status = 500 }, nth: 1));
        for (var run = 0; run < 3; run++)
        {
            var result = await world.RunAsync([.. world.Resolve().Where(static argument => argument != "--jsonl")]);
            Assert.Equal(7, result.ExitCode);
            Assert.Contains("1 first message is of unknown outcome", result.Error, StringComparison.Ordinal);
            Assert.Contains("beeper-resolver reconcile", result.Out, StringComparison.Ordinal);
        }
        Assert.Equal(2, world.Posts - world.Server.Counters.Starts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>")]
    public async Task F26_an_answer_that_cannot_be_read_is_unknown(string body)
    {
        await using var bench = await CreateAsync(1, Fault(MessageRoute, new FaultEffect { When = "after", Status = 200, Body = JsonSerializer.SerializeToElement(body) }));
        await bench.ResolveAsync();
        Assert.Equal(FirstMessageOutcome.Unknown, Assert.Single(await bench.MessageAsync()).Outcome);
        Assert.Equal((1, 0, 0), await bench.ReconcileAsync());
        bench.AssertSound();
    }

    [Fact]
    public async Task F19_a_message_that_lands_after_the_timeout_is_found_by_a_later_look_up()
    {
        var late = Fault(MessageRoute, new FaultEffect { Drop = "after-read", LateMs = 300 });
        await using var bench = await CreateAsync(1, late);
        await bench.ResolveAsync();
        Assert.Equal(FirstMessageOutcome.Unknown, Assert.Single(await bench.MessageAsync()).Outcome);
        Assert.Equal((0, 0, 1), await bench.ReconcileAsync());
        while (bench.Server.Counters.People.Sum(static person => person.Messages) == 0)
            await Task.Yield();
        Assert.Equal((1, 0, 0), await bench.ReconcileAsync());
        Assert.Equal(1, bench.Received("POST", "/messages"));
        bench.AssertSound();
    }

    [Fact]
    public async Task F19_a_message_that_lands_after_the_grace_period_is_never_sent_again()
    {
        var late = Fault(MessageRoute, new FaultEffect { Drop = "after-read", LateMs = 8000 });
        await using var bench = await CreateAsync(1, late);
        await bench.ResolveAsync();
        await bench.MessageAsync();
        bench.Time.Jump = TimeSpan.FromHours(5);
        Assert.Equal((0, 0, 1), await bench.ReconcileAsync());
        Assert.Equal(1, bench.States(messages: true)[OperationState.Review]);
        while (bench.Server.Counters.People.Sum(static person => person.Messages) == 0)
            await Task.Yield();
        Assert.Empty(await bench.MessageAsync());
        bench.AssertSound();
    }

    [Fact]
    public async Task A_person_may_allow_one_more_and_only_one()
    {
        await using var bench = await CreateAsync(1, Fault(MessageRoute, new FaultEffect { Status = 500 }));
        await bench.ResolveAsync();
        await bench.MessageAsync();
        using (var store = ResolutionStore.Open(bench.StorePath, bench.Time))
            store.Unsettled.DecideAgain(Assert.Single(store.Operations.Unsettled()).Id);
        Assert.Single(await bench.MessageAsync());
        Assert.Empty(await bench.MessageAsync());
        Assert.Equal(2, bench.Received("POST", "/messages"));
    }

    [Fact]
    public async Task A_refused_message_may_be_tried_by_a_later_run()
    {
        await using var bench = await CreateAsync(1, Fault(MessageRoute, new FaultEffect { Status = 400 }, nth: 1));
        await bench.ResolveAsync();
        Assert.Equal(FirstMessageOutcome.Refused, Assert.Single(await bench.MessageAsync()).Outcome);
        Assert.Equal(FirstMessageOutcome.Sent, Assert.Single(await bench.MessageAsync()).Outcome);
        bench.AssertSound();
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(404, "")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"items":[]}""")]
    [InlineData(200, """{"items":[],"hasMore":true,"oldestCursor":"again"}""")]
    [InlineData(200, """{"items":[{"id":"1"}],"hasMore":false}""")]
    public async Task A_history_that_cannot_be_read_to_its_end_is_no_permission(int status, string body)
    {
        var history = Fault(MessageRoute, new FaultEffect { Status = status, Body = body.Length == 0 ? null : JsonSerializer.SerializeToElement(body) }, method: "GET");
        await using var bench = await CreateAsync(1, history);
        await bench.ResolveAsync();
        var outcome = Assert.Single(await bench.MessageAsync()).Outcome;
        if (body == """{"items":[]}""")
            Assert.Equal(FirstMessageOutcome.Sent, outcome);
        else
            Assert.Contains(outcome, new[] { FirstMessageOutcome.Left, FirstMessageOutcome.NotNeeded });
        Assert.Equal(body == """{"items":[]}""" ? 1 : 0, bench.Received("POST", "/messages"));
    }

    [Fact]
    public async Task A_chat_the_user_wrote_into_meanwhile_is_left_alone()
    {
        await using var bench = await CreateAsync(1);
        var chat = Assert.Single(Assert.Single(await bench.ResolveAsync()).Resolutions).ChatId!;
        using (var client = bench.Client())
            await client.SendMessageAsync(Some.WhatsApp, chat, "By hand", TestContext.Current.CancellationToken);
        Assert.Equal(FirstMessageOutcome.NotNeeded, Assert.Single(await bench.MessageAsync()).Outcome);
        bench.AssertSound();
    }

    [Fact]
    public async Task Another_number_than_the_planned_one_sends_nothing()
    {
        await using var bench = await CreateAsync(2);
        await bench.ResolveAsync();
        using var store = ResolutionStore.Open(bench.StorePath, bench.Time);
        using var client = bench.Client();
        var messages = new FirstMessages(store, client, careful: false, time: bench.Time);
        var plan = messages.Plan(MessageTemplate.Parse("Hi {firstName}"), await client.GetAccountsAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var _ in messages.SendAsync(plan, 1, StopSignal.From(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken))
                Assert.Fail("A message was sent.");
        });
        Assert.Equal(0, bench.Received("POST", "/messages"));
    }

    [Fact]
    public async Task A_read_only_client_cannot_send_at_all()
    {
        await using var bench = await CreateAsync(1);
        using var client = bench.Client(readOnly: true);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendMessageAsync(Some.WhatsApp, "!x", "text", TestContext.Current.CancellationToken));
        Assert.Empty(bench.Server.Journal.Entries);
    }
}
