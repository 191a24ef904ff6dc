using System.Text.Json;
using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.Faults;
using Beeper.Resolver.Sandbox.People;
using Beeper.Resolver.Storage;
using static Beeper.Resolver.EndToEndTests.Resilience.PipelineBench;

namespace Beeper.Resolver.EndToEndTests.Resilience;

/// <summary>Rows F15 to F17, F19 and F21 to F35 of the fault matrix, for starts without text.</summary>
public sealed class StartFaultTests
{
    [Theory]
    [InlineData(-3600)]
    [InlineData(86400)]
    public async Task F15_a_clock_that_jumps_causes_no_hot_loop_and_no_early_retry(int seconds)
    {
        await using var bench = await CreateAsync(3, Fault(StartRoute, Throttle("Retry-After", "40"), nth: 2));
        var results = await bench.ResolveAsync(onResult: _ => bench.Time.Jump = TimeSpan.FromSeconds(seconds));
        Assert.All(results, static result => Assert.Equal(Outcome.Resolved, result.Outcome));
        Assert.Equal(4, bench.Received("POST", "/start"));
        Assert.Contains(TimeSpan.FromSeconds(40), bench.Time.Waits);
    }

    [Fact]
    public async Task F16_a_refused_connection_at_the_start_ends_the_run_and_leaves_everything_pending()
    {
        await using var bench = await CreateAsync(3);
        await Assert.ThrowsAsync<DesktopUnreachableException>(() => bench.ResolveAsync(baseUrl: new Uri("http://127.0.0.1:9")));
        Assert.Empty(bench.Server.Journal.Entries);
        Assert.Empty(bench.States());
    }

    [Fact]
    public async Task F16_a_server_that_goes_away_in_the_middle_ends_the_run_and_leaves_the_rest()
    {
        await using var bench = await CreateAsync(12);
        var seen = 0;
        await Assert.ThrowsAsync<DesktopUnreachableException>(() => bench.ResolveAsync(onResult: _ =>
        {
            if (++seen == 4)
                bench.Server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }));
        var states = bench.States();
        Assert.True(states[OperationState.Resolved] >= 4);
        Assert.DoesNotContain(OperationState.Rejected, states.Keys);
        Assert.DoesNotContain(OperationState.Claimed, states.Keys);
        bench.AssertSound();
    }

    [Fact]
    public async Task F17_a_server_that_restarts_in_the_middle_is_waited_for()
    {
        using var folder = new TemporaryFolder();
        var options = new SandboxOptions { Population = Crowd.Population(12), StateFile = folder["state.jsonl"], Token = new string('t', 64) };
        await using var bench = await CreateAsync(options, Crowd.Csv(12));
        var port = bench.Server.BaseUrl.Port;
        var seen = 0;
        var results = await bench.ResolveAsync(onResult: _ =>
        {
            if (++seen == 4)
                bench.ReplaceServerAsync(options with { Port = port }).GetAwaiter().GetResult();
        });
        Assert.All(results, static result => Assert.Equal(Outcome.Resolved, result.Outcome));
        Assert.Equal(12, results.SelectMany(static result => result.Resolutions).Select(static resolution => resolution.ChatId).Distinct().Count());
        bench.AssertSound();
    }

    [Theory]
    [InlineData("before-read")]
    [InlineData("after-read")]
    [InlineData("mid-body")]
    public async Task F18_a_broken_connection_is_followed_by_one_more_try(string drop)
    {
        await using var bench = await CreateAsync(2, Fault(StartRoute, new FaultEffect { Drop = drop }, nth: 1));
        var results = await bench.ResolveAsync();
        Assert.All(results, static result => Assert.Equal(Outcome.Resolved, result.Outcome));
        Assert.Equal(3, bench.Received("POST", "/start"));
        Assert.Equal(2, bench.Server.Counters.Created);
    }

    [Fact]
    public async Task F18_a_chat_of_our_own_making_is_not_called_existing()
    {
        await using var bench = await CreateAsync(1, Fault(StartRoute, new FaultEffect { When = "after", Drop = "after-read" }, nth: 1));
        var resolution = Assert.Single(Assert.Single(await bench.ResolveAsync()).Resolutions);
        Assert.Equal(Outcome.Resolved, resolution.Outcome);
        Assert.Null(resolution.Status);
    }

    [Fact]
    public async Task F19_an_answer_after_the_timeout_is_unknown_and_settled_by_the_next_look_up()
    {
        var late = Fault(StartRoute, new FaultEffect { When = "after", DelayMs = 60_000 });
        await using var bench = await CreateAsync(new SandboxOptions { Population = Crowd.Population(1), Faults = [late] }, Crowd.Csv(1), startTimeout: TimeSpan.FromSeconds(100));
        Assert.Equal(Outcome.Unknown, Assert.Single(await bench.ResolveAsync()).Outcome);
        Assert.Equal(2, bench.Received("POST", "/start"));
        Assert.Equal((1, 0, 0), await bench.ReconcileAsync());
        Assert.Equal(Outcome.Resolved, Assert.Single(await bench.ResolveAsync()).Outcome);
        Assert.Equal(2, bench.Received("POST", "/start"));
    }

    [Theory]
    [InlineData("before", 500)]
    [InlineData("after", 500)]
    [InlineData("before", 502)]
    [InlineData("after", 503)]
    [InlineData("before", 504)]
    public async Task F21_a_failing_server_gets_at_most_two_starts_per_contact_and_run(string when, int status)
    {
        await using var bench = await CreateAsync(1, Fault(StartRoute, new FaultEffect { When = when, Status = status }));
        Assert.Equal(Outcome.Unknown, Assert.Single(await bench.ResolveAsync()).Outcome);
        Assert.Equal(2, bench.Received("POST", "/start"));
    }

    [Fact]
    public async Task F21_a_start_that_never_shows_is_left_to_a_person_after_six_attempts()
    {
        await using var bench = await CreateAsync(1, Fault(StartRoute, new FaultEffect { Status = 500 }));
        for (var run = 0; run < 6; run++)
            await bench.ResolveAsync();
        Assert.Equal(6, bench.Received("POST", "/start"));
        Assert.Equal(1, bench.States()[OperationState.Review]);
    }

    [Fact]
    public async Task F21_five_failures_in_a_row_open_the_breaker_for_thirty_seconds()
    {
        await using var bench = await CreateAsync(8, [.. Enumerable.Range(1, 6).Select(static nth => Fault(StartRoute, new FaultEffect { Status = 503 }, nth))]);
        await bench.ResolveAsync();
        Assert.Contains(bench.Time.Waits, static wait => wait > TimeSpan.FromSeconds(20) && wait <= TimeSpan.FromSeconds(30));
        Assert.Equal(5, bench.States()[OperationState.Resolved]);
        Assert.Equal(3, bench.States()[OperationState.Unknown]);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "0", 10)]
    [InlineData("Retry-After", "-5", 10)]
    [InlineData("Retry-After", "soon", 10)]
    [InlineData("Retry-After", "Sun, 01 Nov 2026 08:00:00 GMT", 10)]
    [InlineData("retry-after-ms", "2500", 2.5)]
    [InlineData("retry-after-ms", "NaN", 10)]
    [InlineData("x-should-retry", "true", 10)]
    public async Task F22_a_request_for_patience_is_met_once_per_wait(string header, string value, double seconds)
    {
        await using var bench = await CreateAsync(1, Fault(StartRoute, Throttle(header, value), nth: 1));
        Assert.Equal(Outcome.Resolved, Assert.Single(await bench.ResolveAsync()).Outcome);
        Assert.Equal(2, bench.Received("POST", "/start"));
        Assert.Contains(TimeSpan.FromSeconds(seconds), bench.Time.Waits);
    }

    [Fact]
    public async Task F22_a_long_wait_is_kept_for_later_runs_and_closes_the_account()
    {
        await using var bench = await CreateAsync(5, Fault(StartRoute, Throttle("Retry-After", "259200")));
        var results = await bench.ResolveAsync();
        Assert.All(results, static result => Assert.True(result.IsLeft));
        await bench.ResolveAsync();
        Assert.Equal(1, bench.Received("POST", "/start"));
        bench.Time.Jump = TimeSpan.FromDays(4);
        await bench.ResolveAsync();
        Assert.Equal(2, bench.Received("POST", "/start"));
    }

    [Fact]
    public async Task F22_a_server_that_never_relents_gets_three_starts()
    {
        await using var bench = await CreateAsync(5, Fault(StartRoute, Throttle("Retry-After", "1")));
        await bench.ResolveAsync();
        Assert.Equal(3, bench.Received("POST", "/start"));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task F23_a_token_that_is_no_longer_good_stops_the_run_and_rejects_nobody(int status)
    {
        await using var bench = await CreateAsync(6, Fault(StartRoute, new FaultEffect { Status = status }, nth: 3));
        var error = await Assert.ThrowsAsync<DesktopApiException>(() => bench.ResolveAsync());
        Assert.True(error.IsAuthorization);
        Assert.DoesNotContain(OperationState.Rejected, bench.States().Keys);
        Assert.DoesNotContain(OperationState.Unknown, bench.States().Keys);
        Assert.All(await bench.ResolveAsync(), static result => Assert.Equal(Outcome.Resolved, result.Outcome));
        Assert.Equal(6, bench.Server.Counters.Created);
    }

    [Fact]
    public async Task F24_an_account_that_is_gone_is_closed_and_an_unknown_person_is_not_found()
    {
        var gone = new FaultEffect { Status = 404, Body = JsonSerializer.SerializeToElement(new { message = "Account not found", code = "NOT_FOUND" }) };
        await using var bench = await CreateAsync(4, Fault(StartRoute, gone, nth: 2));
        var results = await bench.ResolveAsync();
        Assert.Equal(2, bench.Received("POST", "/start"));
        Assert.Equal(3, results.Count(static result => result.IsLeft));

        await using var other = await CreateAsync(2, Fault(StartRoute, new FaultEffect { Status = 404, Body = JsonSerializer.SerializeToElement(new { message = "User not found", code = "NOT_FOUND" }) }));
        Assert.All(await other.ResolveAsync(), static result => Assert.Equal(Outcome.NotFound, result.Outcome));
        Assert.Equal(2, other.States()[OperationState.NotFound]);
    }

    [Fact]
    public async Task F25_a_conflict_is_looked_up()
    {
        await using var bench = await CreateAsync(2, Fault(StartRoute, new FaultEffect { When = "after", Status = 409 }, nth: 1), Fault(StartRoute, new FaultEffect { Status = 409 }, nth: 2));
        var results = await bench.ResolveAsync();
        Assert.Equal(1, results.Count(static result => result.Outcome == Outcome.Resolved));
        Assert.Equal(1, results.Count(static result => result.IsLeft));
        Assert.Equal(2, bench.Received("POST", "/start"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("<html>Hello</html>", false)]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("null", false)]
    [InlineData("""{"chatID":null}""", false)]
    [InlineData("""{"chatID":""}""", false)]
    [InlineData("""{"chatID":42}""", false)]
    [InlineData("""{"id":"!x:sandbox.local","accountID":"another"}""", false)]
    [InlineData("""{"chatID":"!x:sandbox.local","status":"brand-new","extra":{"a":[1]}}""", true)]
    [InlineData("\uFEFF{\"chatID\":\"!x:sandbox.local\"}", true)]
    public async Task F26_an_odd_answer_is_tolerated_or_unknown_and_never_an_empty_chat(string body, bool isUnderstood)
    {
        await using var bench = await CreateAsync(1, Fault(StartRoute, new FaultEffect { Status = 200, Body = JsonSerializer.SerializeToElement(body) }));
        var resolution = Assert.Single(Assert.Single(await bench.ResolveAsync()).Resolutions);
        Assert.Equal(isUnderstood ? Outcome.Resolved : Outcome.Unknown, resolution.Outcome);
        Assert.Equal(isUnderstood ? "!x:sandbox.local" : null, resolution.ChatId);
    }

    [Fact]
    public async Task F26_an_answer_of_nine_megabytes_is_unknown()
    {
        await using var bench = await CreateAsync(1, Fault(StartRoute, new FaultEffect { Status = 200, Body = JsonSerializer.SerializeToElement(new string('x', 9 << 20)) }));
        Assert.Equal(Outcome.Unknown, Assert.Single(await bench.ResolveAsync()).Outcome);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task F27_a_redirect_is_not_followed_and_stops_the_run(int status)
    {
        await using var elsewhere = new RawServer(static (_, _) => new RawServer.Reply(RawServer.Json("""{"chatID":"!stolen:sandbox.local"}""")));
        var redirect = new FaultEffect { Status = status, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Location"] = new Uri(elsewhere.BaseUrl, "/v1/chats/start").ToString() } };
        await using var bench = await CreateAsync(3, Fault(StartRoute, redirect));
        var error = await Assert.ThrowsAsync<DesktopApiException>(() => bench.ResolveAsync());
        Assert.Equal(status, error.Status);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal(1, bench.Received("POST", "/start"));
        Assert.DoesNotContain(bench.States().Keys, static state => state is OperationState.Rejected or OperationState.Unknown or OperationState.Resolved);
    }

    [Fact]
    public async Task F30_F33_the_phone_and_the_mail_of_one_person_in_two_contacts_lead_to_one_chat_and_one_message()
    {
        var ada = Some.Person("imessage", "+12125550100", Crowd.Name(0), Crowd.Phone(0)) with { Email = "ada@example.com", Chat = new SeededChat(Some.LastOctober) };
        var population = new Population([Some.Account("imessage", "imessage", "iMessage")], [ada]);
        await using var bench = await CreateAsync(new SandboxOptions { Population = population }, $"Full Name,Phone,E-mail\n{Crowd.Name(0)},{Crowd.Phone(0)},\nAda A.,,ada@example.com\n");
        var resolutions = (await bench.ResolveAsync()).Select(static result => Assert.Single(result.Resolutions)).ToList();
        Assert.Equal(2, resolutions.Count);
        Assert.Single(resolutions.Select(static one => one.ChatId).Distinct());
        Assert.All(resolutions, static one => Assert.NotNull(one.ChatId));
        using (var store = ResolutionStore.OpenReadOnly(bench.StorePath))
            Assert.All(store.Contacts.Load(), contact => Assert.Contains(store.Resolutions.Load()[contact.Contact.Key], static one => one.Resolution.Evidence.Any(static evidence => evidence.Id == "note.same_chat")));
        Assert.Equal(FirstMessageOutcome.Sent, Assert.Single(await bench.MessageAsync()).Outcome);
        Assert.All(await bench.MessageAsync("Another text"), static result => Assert.NotEqual(FirstMessageOutcome.Sent, result.Outcome));
        Assert.Equal(1, bench.Received("POST", "/messages"));
        Assert.Equal(1, bench.Server.Counters.People.Sum(static person => person.Messages));
    }

    [Fact]
    public async Task F31_a_chat_with_somebody_else_is_held()
    {
        var people = Crowd.People(2);
        people[1] = people[1] with { RedirectsTo = people[0].Id };
        await using var bench = await CreateAsync(new SandboxOptions { Population = new Population([Some.Account(Some.WhatsApp, "whatsapp")], people) }, $"Full Name,Phone\n{Crowd.Name(1)},{Crowd.Phone(1)}\n");
        Assert.Equal(Outcome.Held, Assert.Single(await bench.ResolveAsync()).Outcome);
        Assert.Equal(1, bench.States()[OperationState.Review]);
        Assert.Empty(await bench.MessageAsync());
    }

    [Fact]
    public async Task F32_look_ups_that_show_two_chats_leave_it_to_a_person()
    {
        var people = Crowd.People(2);
        people[1] = people[1] with { PhoneNumber = Crowd.Phone(0), Chat = new SeededChat(Some.LastOctober) };
        await using var bench = await CreateAsync(new SandboxOptions
        {
            Population = new Population([Some.Account(Some.WhatsApp, "whatsapp")], [people[0]]),
            Faults = [Fault(StartRoute, new FaultEffect { When = "after", Drop = "after-read" })],
        }, Crowd.Csv(1));
        await bench.ResolveAsync();
        people[0] = people[0] with { Chat = new SeededChat(Some.LastOctober) };
        await bench.ReplaceServerAsync(new SandboxOptions { Population = new Population([Some.Account(Some.WhatsApp, "whatsapp")], people) });
        Assert.Equal((0, 0, 1), await bench.ReconcileAsync());
        Assert.Equal(1, bench.States()[OperationState.Review]);
    }

    [Fact]
    public async Task F32_pages_without_end_do_end()
    {
        var page = JsonSerializer.SerializeToElement(new { items = Array.Empty<object>(), hasMore = true, oldestCursor = "again" });
        await using var bench = await CreateAsync(1, Fault("/v1/chats", new FaultEffect { Status = 200, Body = page }, method: "GET"));
        Assert.Equal(Outcome.Resolved, Assert.Single(await bench.ResolveAsync()).Outcome);
    }

    [Theory]
    [InlineData("Ada Abbot")]
    [InlineData("Somebody Else")]
    public async Task F33_one_phone_in_two_rows_gets_one_start_and_one_message(string second)
    {
        var csv = $"Full Name,Phone\n{Crowd.Name(0)},{Crowd.Phone(0)}\n{second},\"{Crowd.Phone(0)}\"\n";
        await using var bench = await CreateAsync(new SandboxOptions { Population = Crowd.Population(1) }, csv);
        for (var run = 0; run < 2; run++)
        {
            await bench.ResolveAsync();
            await bench.MessageAsync();
        }
        bench.AssertSound();
        Assert.Equal((1, 1), (bench.Received("POST", "/start"), bench.Received("POST", "/messages")));
        Assert.Equal((1, 1), (bench.Server.Counters.Created, bench.Server.Counters.People.Sum(static person => person.Messages)));
    }

    [Fact]
    public async Task What_has_waited_past_the_longest_duration_is_left_for_the_next_run()
    {
        var slow = Fault(StartRoute, new FaultEffect { When = "after", DelayMs = 300 });
        await using var bench = await CreateAsync(new SandboxOptions { Population = Crowd.Population(6), Faults = [slow] }, Crowd.Csv(6));
        var limited = bench.Options with { MaxDuration = TimeSpan.FromSeconds(25) };
        Assert.InRange((await bench.ResolveAsync(limited)).Count(static result => result.IsLeft), 3, 6);
        Assert.InRange(bench.Received("POST", "/start"), 0, 3);
        Assert.All(await bench.ResolveAsync(), static result => Assert.Equal(Outcome.Resolved, result.Outcome));
        Assert.Equal(6, bench.Received("POST", "/start"));
    }

    [Fact]
    public async Task F34_a_lost_store_sends_no_second_message()
    {
        await using var bench = await CreateAsync(3);
        await bench.ResolveAsync();
        await bench.MessageAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(bench.StorePath)!, "resolver.db*"))
            File.Delete(file);
        Assert.All(await bench.ResolveAsync(), static result => Assert.Equal(Outcome.Resolved, result.Outcome));
        Assert.All(await bench.MessageAsync(), static result => Assert.Equal(FirstMessageOutcome.NotNeeded, result.Outcome));
        Assert.Equal(3, bench.Server.Counters.People.Sum(static person => person.Messages));
        bench.AssertSound();
    }

    [Fact]
    public async Task F35_only_changed_contacts_are_asked_again_and_deleted_ones_keep_their_chats()
    {
        await using var bench = await CreateAsync(new SandboxOptions { Population = Crowd.Population(5) }, Crowd.Csv(4));
        await bench.ResolveAsync();
        bench.Csv = $"Full Name,Phone\n{Crowd.Name(4)},{Crowd.Phone(4)}\n{Crowd.Name(2)},{Crowd.Phone(2)}\n{Crowd.Name(1)},{Crowd.Phone(1)}\n{Crowd.Name(0)},{Crowd.Phone(0)}\n";
        await bench.ResolveAsync();
        Assert.Equal(5, bench.Received("POST", "/start"));
        using var store = ResolutionStore.OpenReadOnly(bench.StorePath);
        Assert.Equal(4, store.Contacts.Count());
        Assert.Equal(5, store.Operations.Counts()[OperationState.Resolved]);
    }

    private static FaultEffect Throttle(string header, string value) => new() { Status = 429, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [header] = value } };
}
