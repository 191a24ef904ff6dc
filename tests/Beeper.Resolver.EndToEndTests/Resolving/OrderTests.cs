using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Resolving;

/// <summary>Which account and identifier, how many requests, and what is said of it.</summary>
public sealed class OrderTests
{
    private static readonly ResolveOptions Each = new() { Careful = false, EachAccount = true };

    [Fact]
    public async Task One_new_chat_per_contact_and_one_per_account_when_each_is_wanted()
    {
        Person[] people = [On(Some.WhatsApp, "@a", "Anna Berg", "+447700900123"), On(Resolving.Signal, "@b", "Anna Berg", "+447700900123")];
        await using var one = await Resolving.WithAsync(people);
        var lines = await one.RunAsync("Anna Berg,+447700900123,,,,,");
        Assert.Equal(1, one.Starts);
        Assert.Contains(lines, static line => line.Evidence[^1].Id == "skip.reached_elsewhere");

        await using var each = await Resolving.WithAsync(people);
        await each.RunAsync(Each, "Anna Berg,+447700900123,,,,,");
        Assert.Equal(2, each.Starts);
    }

    [Fact]
    public async Task A_chat_that_exists_costs_no_request_and_the_one_used_last_comes_first()
    {
        await using var world = await Resolving.WithAsync(
        [
            On(Some.WhatsApp, "@a", "Anna Berg", "+447700900123") with { Chat = new SeededChat(Some.LastOctober.AddYears(-2)) },
            On(Resolving.Signal, "@b", "Anna Berg", "+447700900123") with { Chat = new SeededChat(Some.LastOctober) },
        ]);
        var lines = await world.RunAsync("Anna Berg,+447700900123,,,,,");
        Assert.Equal([Resolving.Signal, Some.WhatsApp], lines.Where(static line => line.Outcome == Outcome.Resolved).Select(static line => line.Account!.Id));
        Assert.All(lines.Where(static line => line.Outcome == Outcome.Resolved), static line => Assert.Equal((ResolvedVia.Listing, ChatStatus.Existing), (line.Via, line.Status)));
        Assert.Equal((0, 0), (world.Starts, world.Searches));
    }

    [Fact]
    public async Task A_start_sends_one_identifier_the_full_name_no_text_and_no_invitation()
    {
        await using var world = await Resolving.WithAsync([On(Some.WhatsApp, "@a", "Anna Berg", "+447700900123")]);
        await world.RunAsync("Anna Berg,+447700900123,+447700900456,,anna@example.com,,");
        var body = Assert.Single(world.Server.Journal.Entries, static entry => entry.Method == "POST").Body!;
        using var json = System.Text.Json.JsonDocument.Parse(body);
        Assert.Equal(["fullName", "phoneNumber"], json.RootElement.GetProperty("user").EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
        Assert.False(json.RootElement.GetProperty("allowInvite").GetBoolean());
        Assert.False(json.RootElement.TryGetProperty("messageText", out _));
    }

    [Fact]
    public async Task A_contact_on_the_accounts_list_is_started_without_a_look_up()
    {
        await using var world = await Resolving.WithAsync([On(Some.WhatsApp, "@a", "Anna Berg", "+447700900123") with { InContacts = true }], [Some.Account(Some.WhatsApp, "whatsapp", "WhatsApp")]);
        var line = Assert.Single(await world.RunAsync("Anna Berg,+447700900123,,,,,"));
        Assert.Equal((Outcome.Resolved, 0, 1), (line.Outcome, line.Lookups, line.Starts));
        Assert.Equal(0, world.Searches);
    }

    [Theory]
    [InlineData("+525512345678", "+5215512345678", 1)]
    [InlineData("+447700900123", "+447700900124", 0)]
    public async Task WhatsApp_is_asked_once_more_for_the_older_form_and_only_where_there_is_one(string asked, string registered, int found)
    {
        await using var world = await Resolving.WithAsync([On(Some.WhatsApp, "@a", "Anna Berg", registered)], [Some.Account(Some.WhatsApp, "whatsapp", "WhatsApp")]);
        var line = Assert.Single(await world.RunAsync($"Anna Berg,{asked},,,,,"));
        Assert.Equal(found == 1 ? Outcome.Resolved : Outcome.NotFound, line.Outcome);
        Assert.Equal(1, world.Searches);
        Assert.Equal(found, world.Starts);
    }

    [Fact]
    public async Task A_number_that_Telegram_does_not_list_is_not_asked_about()
    {
        await using var world = await Resolving.WithAsync([On(Some.Telegram, "@t", "Hugo Lind", "+447700900456") with { InContacts = true }], [Some.Account(Some.Telegram, "telegram", "Telegram")]);
        var line = Assert.Single(await world.RunAsync("Anna Berg,+447700900123,,,,,"));
        Assert.Equal((Outcome.NotFound, "note.not_listed"), (line.Outcome, line.Evidence[^1].Id));
        Assert.Equal((0, 0), (world.Starts, world.Searches));
    }

    [Fact]
    public async Task A_handle_of_another_network_and_a_name_are_never_sent_as_a_handle()
    {
        await using var world = await Resolving.WithAsync([On(Some.Telegram, "@t", "Hattie Quill", null) with { Username = "hattiequill" }], [Some.Account(Some.Telegram, "telegram", "Telegram")]);
        Assert.Null(Assert.Single(await world.RunAsync("hattiequill,,,,hattiequill@example.com,,https://www.linkedin.com/in/hattiequill")).Account);
        Assert.Equal((0, 0), (world.Starts, world.Searches));
    }

    [Fact]
    public async Task An_attested_handle_is_looked_up_and_started()
    {
        await using var world = await Resolving.WithAsync([On(Some.Telegram, "@t", null, null) with { Username = "HattieQuill" }], [Some.Account(Some.Telegram, "telegram", "Telegram")]);
        Assert.Equal("@t", Assert.Single(await world.RunAsync("Harriet Quill,,,,,hattiequill,")).User!.Id);
        Assert.Equal(1, world.Starts);
    }

    [Fact]
    public async Task A_run_over_unchanged_contacts_asks_and_starts_nothing()
    {
        await using var world = await Resolving.WithAsync([On(Some.WhatsApp, "@a", "Anna Berg", "+447700900123"), On(Resolving.Signal, "@b", "Peter Voss", "+447700900456")]);
        string[] rows = ["Anna Berg,+447700900123,,,,,", "Hugo Lind,+447700900456,,,,,", "Nora Weber,+447700900789,,,,,"];
        await world.RunAsync(rows);
        var (starts, searches) = (world.Starts, world.Searches);
        var second = await world.RunAsync(rows);
        Assert.Equal((starts, searches), (world.Starts, world.Searches));
        Assert.All(second, static line => Assert.Equal((0, 0), (line.Lookups, line.Starts)));
    }

    [Fact]
    public async Task A_changed_row_keeps_its_chat_and_is_not_asked_about_numbers_that_were_missed()
    {
        await using var world = await Resolving.WithAsync([On(Some.WhatsApp, "@a", "Anna Berg", "+447700900123")]);
        await world.RunAsync("Anna Berg,+447700900456,+447700900123,,,,");
        var (starts, searches) = (world.Starts, world.Searches);
        var changed = await world.RunAsync("Anna Berg,+447700900456,+447700900123,,anna.berg@example.com,,");
        Assert.Equal((starts, searches), (world.Starts, world.Searches));
        Assert.Equal(Outcome.Resolved, changed.Single(static line => line.Account!.Id == Some.WhatsApp).Outcome);
    }

    [Fact]
    public async Task Two_contacts_on_one_chat_are_reported_on_both_and_started_once()
    {
        await using var world = await Resolving.WithAsync([On(Some.Telegram, "@t", "Harriet Quill", "+447700900123") with { Username = "hattiequill", InContacts = false }, On(Some.WhatsApp, "@w", "Harriet Quill", "+447700900123")]);
        await world.RunAsync(new ResolveOptions { Careful = false }, "H. Quill,,,,,hattiequill,", "Harriet Quill,+447700900123,,,,,");
        var stored = world.Store.Resolutions.Load().SelectMany(static one => one).Select(static one => one.Resolution).Where(static one => one.Outcome == Outcome.Resolved).GroupBy(static one => one.ChatId).ToList();
        Assert.All(stored.Where(static group => group.Count() > 1).SelectMany(static group => group), static line => Assert.Contains(line.Evidence, static one => one.Id == "note.same_chat"));
        Assert.All(world.Server.Counters.People, static person => Assert.InRange(person.Created, 0, 1));
    }

    [Fact]
    public async Task What_changed_since_the_last_run_is_kept_with_the_decision()
    {
        await using var world = await Resolving.WithAsync([On(Some.WhatsApp, "@a", null, "+447700900123")], [Some.Account(Some.WhatsApp, "whatsapp", "WhatsApp")]);
        await world.RunAsync("Anna Berg,+447700900123,,,,,");
        world.Import("second.csv", "Anna Berg,+447700900123,,,,,");
        var line = Assert.Single(await world.RunAsync());
        Assert.Contains("hold.name_silent", line.Earlier!.EvidenceIds);
        Assert.Contains(Ranking.Explanation.Changes(line), static change => change.StartsWith("new: stands in another address book too", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SandboxDialect.Mode)]
    [InlineData(SandboxDialect.Create)]
    public async Task The_older_dialects_find_the_same_people(SandboxDialect dialect)
    {
        await using var world = await Resolving.WithAsync([On(Some.WhatsApp, "@a", "Anna Berg", "+447700900123")], dialect: dialect);
        var line = Assert.Single(await world.RunAsync("Anna Berg,+447700900123,,,,,"), static one => one.Outcome == Outcome.Resolved);
        Assert.Equal("@a", line.User!.Id);
    }

    [Fact]
    public async Task Budgets_are_kept_over_runs_and_shown()
    {
        await using var world = await Resolving.WithAsync([.. Enumerable.Range(0, 4).Select(static n => On(Some.WhatsApp, $"@{n}", $"Anna Berg{(char)('a' + n)}", $"+44770090012{n}") with { InContacts = true })], [Some.Account(Some.WhatsApp, "whatsapp", "WhatsApp")], new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.LastOctober));
        var rows = Enumerable.Range(0, 4).Select(static n => $"Anna Berg{(char)('a' + n)},+44770090012{n},,,,,").ToArray();
        await world.RunAsync(new ResolveOptions { Careful = false, MaxNewChats = 2 }, rows);
        var account = (await world.Desktop.GetAccountsAsync(TestContext.Current.CancellationToken))[0];
        var left = new AccountBudgets(world.Store, time: new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.LastOctober.AddSeconds(1))).LeftOf(account);
        Assert.Equal((BudgetKind.Starts, 0, 18, 48), (left[0].Kind, left[0].Minute, left[0].Hour, left[0].Day));
        Assert.Contains(left, static one => one.Kind == BudgetKind.Lookups);
    }

    private static Person On(string account, string id, string? name, string? phone) => new() { AccountId = account, Id = id, FullName = name, PhoneNumber = phone };
}
