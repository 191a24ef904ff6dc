using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Resolving;

/// <summary>The holds and vetoes, over HTTP: nothing that is held or vetoed is ever started.</summary>
public sealed class HoldTests
{
    private static readonly ResolveOptions Each = new() { Careful = false, EachAccount = true };

    [Fact]
    public async Task A_landline_of_husband_and_wife_is_held_for_both()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Berg", "+447700900123")]);
        var lines = await world.RunAsync("Anna Berg,+447700900123,,,,,", "Peter Berg,+447700900123,,,,,");
        Assert.All(On(lines, Some.WhatsApp), static line => AssertHeld(line, "hold.shared"));
        Assert.Equal(0, world.Starts);
    }

    [Fact]
    public async Task Of_a_shared_number_only_the_holder_whose_full_name_the_network_shows_is_started()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna Berg", "+447700900123")]);
        var lines = On(await world.RunAsync("Anna Berg,+447700900123,,,,,", "Peter Vossloh,+447700900123,,,,,"), Some.WhatsApp);
        Assert.Equal(["Held", "Resolved"], lines.Select(static line => line.Outcome.ToString()!).Order(StringComparer.Ordinal));
        Assert.Equal("@a", lines.Single(static line => line.Outcome == Outcome.Resolved).User!.Id);
        Assert.Equal(1, world.Starts);
    }

    [Fact]
    public async Task A_recycled_number_that_shows_a_strangers_name_is_held_and_not_tried_on_the_next_network()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Mirela Vance", "+447700900123"), On(Resolving.Signal, "@b", null, "+447700900123")]);
        var lines = await world.RunAsync("Anna Berg,+447700900123,,,,,");
        AssertHeld(Assert.Single(On(lines, Some.WhatsApp)), "hold.name_conflict");
        AssertHeld(Assert.Single(On(lines, Resolving.Signal)), "hold.name_silent", "hold.name_conflict_elsewhere");
        Assert.Equal(0, world.Starts);
    }

    [Fact]
    public async Task After_a_strangers_name_the_next_number_is_started_only_if_its_own_name_agrees()
    {
        await using var agreeing = await Resolving.WithAsync([OnWhatsApp("@a", "Mirela Vance", "+447700900123"), OnWhatsApp("@b", "Anna Berg", "+447700900456")]);
        Assert.Equal("@b", Assert.Single(On(await agreeing.RunAsync("Anna Berg,+447700900123,+447700900456,,,,"), Some.WhatsApp)).User!.Id);

        await using var weak = await Resolving.WithAsync([OnWhatsApp("@a", "Mirela Vance", "+4915228817386"), OnWhatsApp("@b", "Anna", "+61491570156")]);
        AssertHeld(Assert.Single(On(await weak.RunAsync("Anna Berg,+4915228817386,+61491570156,,,,"), Some.WhatsApp)), "hold.next_not_confirmed", "hold.name_conflict");
        Assert.Equal(0, weak.Starts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("👑")]
    public async Task A_number_without_a_name_is_held_unless_two_books_have_it(string? shown)
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", shown, "+447700900123")]);
        AssertHeld(Assert.Single(On(await world.RunAsync("Anna Berg,+447700900123,,,,,"), Some.WhatsApp)), "hold.name_silent");

        world.Import("second.csv", "Anna Berg,+447700900123,,,,,");
        Assert.Equal(Outcome.Resolved, Assert.Single(On(await world.RunAsync(), Some.WhatsApp)).Outcome);
    }

    [Fact]
    public async Task Two_numbers_that_lead_to_two_people_are_held()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna", "+447700900123"), OnWhatsApp("@b", "Anna Berg", "+447700900456")]);
        AssertHeld(Assert.Single(On(await world.RunAsync("Anna Berg,+447700900123,+447700900456,,,,"), Some.WhatsApp)), "hold.two_users");
        Assert.Equal(0, world.Starts);
    }

    [Fact]
    public async Task Two_listed_people_behind_two_numbers_are_held()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna", "+447700900123") with { InContacts = true }, OnWhatsApp("@b", "Anna B.", "+447700900456") with { InContacts = true }]);
        AssertHeld(Assert.Single(On(await world.RunAsync("Anna Berg,+447700900123,+447700900456,,,,"), Some.WhatsApp)), "hold.two_users");
        Assert.Equal(0, world.Starts);
    }

    [Fact]
    public async Task A_redirect_to_somebody_else_is_held_and_its_chat_kept_apart()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna Berg", "+447700900123") with { RedirectsTo = "@z" }, OnWhatsApp("@z", "Mirela Vance", "+447700900789")]);
        var line = Assert.Single(On(await world.RunAsync("Anna Berg,+447700900123,,,,,"), Some.WhatsApp));
        AssertHeld(line, "hold.redirected");
        Assert.Equal(1, world.Starts);
        Assert.DoesNotContain(world.Store.Resolutions.Load(line.ContactKey), static stored => stored.Resolution.Outcome == Outcome.Resolved);

        await world.RunAsync(new ResolveOptions { Careful = false, Refresh = true });
        Assert.Equal(1, world.Starts);
    }

    [Fact]
    public async Task Somebody_who_cannot_be_written_to_is_skipped_without_a_start()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna Berg", "+447700900123") with { CannotMessage = true }]);
        var line = Assert.Single(On(await world.RunAsync("Anna Berg,+447700900123,,,,,"), Some.WhatsApp));
        Assert.Equal((Decision.Skip, "skip.cannot_message"), (line.Decision, line.Evidence[^1].Id));
        Assert.Equal(0, world.Starts);
    }

    [Fact]
    public async Task A_chat_that_needs_a_first_message_is_skipped_and_none_is_sent()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna Berg", "+447700900123") with { NeedsMessageText = true }]);
        var line = Assert.Single(On(await world.RunAsync("Anna Berg,+447700900123,,,,,"), Some.WhatsApp));
        Assert.NotEqual(Outcome.Resolved, line.Outcome);
        Assert.Equal(0, world.Server.Counters.Created);
        Assert.Equal(0, world.Server.Counters.FirstMessages);
    }

    [Fact]
    public async Task Somebody_who_would_have_to_be_invited_is_not_found()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna Berg", "+447700900123") with { InviteOnly = true }]);
        Assert.Equal(Outcome.NotFound, Assert.Single(On(await world.RunAsync("Anna Berg,+447700900123,,,,,"), Some.WhatsApp)).Outcome);
        Assert.Equal(0, world.Server.Counters.Created);
    }

    [Fact]
    public async Task The_users_own_number_and_a_service_number_are_never_started()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Hotline", "+448001111")]);
        var lines = await world.RunAsync("Ines Duarte,+12015550100,,,,,", "Hotline Desk,+448081570192,,,,,");
        Assert.All(lines, static line => Assert.Equal(Decision.Skip, line.Decision));
        Assert.Equal((0, 0), (world.Starts, world.Searches));
    }

    [Fact]
    public async Task Networks_on_which_a_start_is_seen_record_existing_chats_and_start_none()
    {
        SandboxAccount[] accounts = [Some.Account(Resolving.LinkedIn, "linkedin"), Some.Account("imessage", "imessage"), Some.Account(Resolving.Matrix, "hungryserv")];
        await using var world = await Resolving.WithAsync(
            [
                On("imessage", "@a", "Anna Berg", "+447700900123"),
                On("imessage", "@b", "Hugo Lind", "+447700900456") with { Chat = new SeededChat(Some.LastOctober) },
                On(Resolving.LinkedIn, "ACoAA0123456789012345678901234567890123", "Anna Berg", null),
            ],
            accounts);
        var lines = await world.RunAsync(Each, "Anna Berg,+447700900123,,,,,https://www.linkedin.com/in/anna-berg", "Hugo Lind,+447700900456,,,,,");
        Assert.Equal(Outcome.Resolved, lines.Single(static line => line.User?.Id == "@b").Outcome);
        Assert.Contains(lines, static line => line.Evidence[^1].Id == "skip.existing_only");
        Assert.Equal((0, 0), (world.Starts, world.Server.Counters.FirstMessages));
    }

    [Fact]
    public async Task Existing_only_looks_nobody_up_and_starts_nothing()
    {
        await using var world = await Resolving.WithAsync([OnWhatsApp("@a", "Anna Berg", "+447700900123"), OnWhatsApp("@b", "Hugo Lind", "+447700900456") with { Chat = new SeededChat(null) }]);
        var lines = On(await world.RunAsync(new ResolveOptions { Careful = false, ExistingOnly = true }, "Anna Berg,+447700900123,,,,,", "Hugo Lind,+447700900456,,,,,"), Some.WhatsApp);
        Assert.Equal([Outcome.Resolved, Outcome.Skipped], lines.Select(static line => line.Outcome!.Value).Order());
        Assert.Equal((0, 0), (world.Starts, world.Searches));
    }

    private static Person OnWhatsApp(string id, string? name, string? phone) => On(Some.WhatsApp, id, name, phone);

    private static Person On(string account, string id, string? name, string? phone) => new() { AccountId = account, Id = id, FullName = name, PhoneNumber = phone };

    private static List<Resolution> On(IReadOnlyList<Resolution> lines, string account) => [.. lines.Where(line => line.Account?.Id == account)];

    private static void AssertHeld(Resolution line, params string[] anyOf)
    {
        Assert.Equal((Decision.Hold, Outcome.Held), (line.Decision, line.Outcome));
        Assert.Contains(line.Evidence, one => anyOf.Contains(one.Id));
        Assert.False(line.Outcome == Outcome.Resolved);
    }
}
