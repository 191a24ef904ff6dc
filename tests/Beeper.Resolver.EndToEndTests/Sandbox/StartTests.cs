using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

public sealed class StartTests
{
    [Fact]
    public async Task A_first_start_creates_and_a_later_one_finds_the_same_chat()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var first = await StartAsync(caller, new { phoneNumber = Some.Tomas.PhoneNumber });
        var second = await StartAsync(caller, new { id = Some.Tomas.Id });
        Assert.Equal(("created", "existing"), (Status(first), Status(second)));
        Assert.Equal(first.Json["id"]!.GetValue<string>(), second.Json["id"]!.GetValue<string>());
        Assert.Equal(first.Json["id"]!.GetValue<string>(), first.Json["chatID"]!.GetValue<string>());
        Assert.Equal((2, 1, 0), (server.Counters.Starts, server.Counters.Created, server.Counters.FirstMessages));
    }

    [Fact]
    public async Task A_person_who_comes_with_a_chat_has_it_at_once()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var answer = await StartAsync(caller, new { phoneNumber = Some.Harriet.PhoneNumber });
        Assert.Equal("existing", Status(answer));
        Assert.Equal((await caller.GetAsync("/v1/chats")).Ids[0], answer.Json["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_mode_dialect_answers_with_id_and_status_only()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = SandboxDialect.Mode });
        using var caller = new ApiCaller(server);
        var start = await caller.PostAsync("/v1/chats", new { accountID = Some.WhatsApp, mode = "start", user = new { phoneNumber = Some.Tomas.PhoneNumber } });
        Assert.Equal(["chatID", "status"], start.Json.AsObject().Select(static member => member.Key));
        var create = await caller.PostAsync("/v1/chats", new { accountID = Some.WhatsApp, type = "single", participantIDs = new[] { Some.Tomas.Id } });
        Assert.Equal(["chatID"], create.Json.AsObject().Select(static member => member.Key));
        Assert.Equal(start.Json["chatID"]!.GetValue<string>(), create.Json["chatID"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_newest_dialect_does_not_know_the_mode()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var answer = await caller.PostAsync("/v1/chats", new { accountID = Some.WhatsApp, mode = "start", type = "single", participantIDs = new[] { Some.Tomas.Id } });
        Assert.Null(answer.Json["status"]);
    }

    [Fact]
    public async Task A_group_is_new_each_time_and_keeps_title_and_members()
    {
        await using var server = await Some.ServerAsync();
        using var caller = new ApiCaller(server);
        var body = new { accountID = Some.WhatsApp, type = "group", participantIDs = new[] { Some.Harriet.Id, Some.Tomas.Id }, title = "Quill & Co" };
        var (one, two) = (await caller.PostAsync("/v1/chats", body), await caller.PostAsync("/v1/chats", body));
        Assert.Equal(("group", "Quill & Co", 3), (one.Json["type"]!.GetValue<string>(), one.Json["title"]!.GetValue<string>(), (int)one.Json["participants"]!["total"]!));
        Assert.NotEqual(one.Json["id"]!.GetValue<string>(), two.Json["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(SandboxDialect.Create)]
    [InlineData(SandboxDialect.Start)]
    public async Task A_create_with_a_stranger_to_the_network_finds_nobody(SandboxDialect dialect)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = dialect });
        using var caller = new ApiCaller(server);
        var answer = await caller.PostAsync("/v1/chats", new { accountID = Some.WhatsApp, type = "group", participantIDs = new[] { Some.Tomas.Id, "@nobody:example.com" } });
        Assert.Equal((404, "NOT_FOUND", 0), (answer.Status, answer.Code, server.Counters.Created));
    }

    [Fact]
    public async Task An_unknown_account_and_a_disconnected_one_are_told_apart()
    {
        var population = new Population([Some.Account(Some.WhatsApp, "whatsapp") with { Status = "reconnect_required" }], [Some.Tomas]);
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = population });
        using var caller = new ApiCaller(server);
        var (refused, missing) = (await StartAsync(caller, new { id = Some.Tomas.Id }), await caller.PostAsync("/v1/chats/start", new { accountID = "gone", user = new { id = "1" } }));
        Assert.Equal((409, "CONFLICT"), (refused.Status, refused.Code));
        Assert.Equal((404, "Account not found"), (missing.Status, missing.Json["message"]!.GetValue<string>()));
        Assert.Equal(1, Assert.Single(server.Counters.People).Starts);
    }

    [Fact]
    public async Task An_invitation_is_needed_where_the_person_is_reached_by_it_only()
    {
        await using var server = await ServerAsync(Some.Tomas with { InviteOnly = true });
        using var caller = new ApiCaller(server);
        var refused = await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id }, allowInvite = false });
        Assert.Equal((404, 0), (refused.Status, server.Counters.Created));
        Assert.Equal("created", Status(await StartAsync(caller, new { id = Some.Tomas.Id })));
    }

    [Fact]
    public async Task Who_cannot_be_messaged_gets_no_chat_but_keeps_the_one_there_is()
    {
        await using var server = await ServerAsync(Some.Tomas with { CannotMessage = true }, Some.Harriet with { CannotMessage = true });
        using var caller = new ApiCaller(server);
        Assert.Equal(400, (await StartAsync(caller, new { id = Some.Tomas.Id })).Status);
        Assert.Equal("existing", Status(await StartAsync(caller, new { id = Some.Harriet.Id })));
    }

    [Fact]
    public async Task A_first_message_is_needed_where_the_network_says_so_and_counted_each_time()
    {
        await using var server = await ServerAsync(Some.Tomas with { NeedsMessageText = true });
        using var caller = new ApiCaller(server);
        Assert.Equal(["body.messageText"], (await StartAsync(caller, new { id = Some.Tomas.Id })).Issues);
        var body = new { accountID = Some.WhatsApp, user = new { id = Some.Tomas.Id }, messageText = "Hello" };
        await caller.PostAsync("/v1/chats/start", body);
        await caller.PostAsync("/v1/chats/start", body);
        var person = Assert.Single(server.Counters.People);
        Assert.Equal((3, 1, 2, 2), (person.Starts, person.Created, person.FirstMessages, person.Messages));
    }

    [Fact]
    public async Task A_redirected_person_brings_back_somebody_elses_chat()
    {
        await using var server = await ServerAsync(Some.Tomas with { RedirectsTo = Some.Mirela.Id }, Some.Mirela);
        using var caller = new ApiCaller(server);
        var answer = await StartAsync(caller, new { phoneNumber = Some.Tomas.PhoneNumber });
        Assert.Equal(Some.Mirela.Id, answer.Json["participants"]!["items"]![0]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("whatsapp", "phoneNumber", "+12125550142", 200)]
    [InlineData("whatsapp", "phoneNumber", "+1 (212) 555-0142", 200)]
    [InlineData("whatsapp", "phoneNumber", "12125550142", 404)]
    [InlineData("whatsapp", "email", "harriet@example.com", 404)]
    [InlineData("whatsapp", "username", "HarrietQ", 404)]
    [InlineData("signal", "phoneNumber", "+12125550142", 200)]
    [InlineData("telegramgo", "phoneNumber", "+12125550142", 404)]
    [InlineData("telegram", "username", "@harrietq", 200)]
    [InlineData("facebookgo", "username", "HarrietQ", 404)]
    [InlineData("facebookgo", "id", "7", 200)]
    [InlineData("instagramgo", "id", "7", 200)]
    [InlineData("twitter", "username", "HarrietQ", 200)]
    [InlineData("twitter", "username", "harrietq", 404)]
    [InlineData("twitter", "username", "@HarrietQ", 404)]
    [InlineData("slackgo", "email", "harriet@example.com", 404)]
    [InlineData("slackgo", "id", "7", 200)]
    [InlineData("gmessages", "phoneNumber", "+12125550142", 200)]
    [InlineData("imessagego", "email", "Harriet@Example.com", 200)]
    [InlineData("discordgo", "id", "7", 404)]
    [InlineData("googlechat", "email", "harriet@example.com", 404)]
    [InlineData("gvoice", "phoneNumber", "+12125550142", 404)]
    [InlineData("matrix", "id", "7", 200)]
    [InlineData("whatsapp", "fullName", "Harriet Quill", 404)]
    public async Task Each_network_resolves_by_its_own_rules(string network, string member, string value, int status)
    {
        var person = new Person { AccountId = "own", Id = "7", FullName = "Harriet Quill", PhoneNumber = "+12125550142", Email = "harriet@example.com", Username = "HarrietQ" };
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = new([Some.Account("own", network)], [person]) });
        using var caller = new ApiCaller(server);
        var user = new Dictionary<string, string>(StringComparer.Ordinal) { [member] = value };
        Assert.Equal(status, (await caller.PostAsync("/v1/chats/start", new { accountID = "own", user })).Status);
    }

    [Theory]
    [InlineData("slackgo", "harriet@example.com", 1)]
    [InlineData("whatsapp", "+12125550142", 1)]
    [InlineData("whatsapp", "harriet@example.com", 0)]
    [InlineData("instagramgo", "HarrietQ", 1)]
    [InlineData("telegram", "Harriet", 0)]
    public async Task A_contact_search_finds_strangers_by_what_the_network_looks_up(string network, string query, int found)
    {
        var person = new Person { AccountId = "own", Id = "7", FullName = "Harriet Quill", PhoneNumber = "+12125550142", Email = "harriet@example.com", Username = "HarrietQ" };
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = new([Some.Account("own", network)], [person]) });
        using var caller = new ApiCaller(server);
        Assert.Equal(found, (await caller.GetAsync($"/v1/accounts/own/contacts?query={Uri.EscapeDataString(query)}")).Ids.Length);
    }

    [Fact]
    public async Task A_telegram_phone_resolves_those_the_account_has_met()
    {
        var (saved, met) = (Some.Person(Some.Telegram, "1", "Ines Rook", "+12125550143") with { InContacts = true }, Some.Person(Some.Telegram, "2", "Odile Brandt", "+12125550144") with { Chat = new(Some.LastOctober) });
        await using var server = await ServerAsync(saved, met);
        using var caller = new ApiCaller(server);
        foreach (var person in new[] { saved, met })
            Assert.Equal(200, (await caller.PostAsync("/v1/chats/start", new { accountID = Some.Telegram, user = new { phoneNumber = person.PhoneNumber } })).Status);
    }

    [Theory]
    [InlineData("+5215512345678", "+525512345678")]
    [InlineData("+5531912345678", "+553112345678")]
    public async Task WhatsApp_knows_a_number_by_its_older_form_too(string registered, string asked)
    {
        var person = Some.Person(Some.WhatsApp, "7", "Mirela Vance", registered);
        await using var server = await ServerAsync(person);
        using var caller = new ApiCaller(server);
        Assert.Equal(200, (await StartAsync(caller, new { phoneNumber = asked })).Status);
    }

    [Fact]
    public async Task LinkedIn_posts_a_message_of_its_own_when_it_starts()
    {
        var person = Some.Person("linkedin", "ACoAA", "Mirela Vance");
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = new([Some.Account("linkedin", "linkedin")], [person]) });
        using var caller = new ApiCaller(server);
        await caller.PostAsync("/v1/chats/start", new { accountID = "linkedin", user = new { id = "ACoAA" } });
        Assert.Equal(1, Assert.Single(server.Counters.People).FirstMessages);
    }

    private static Task<SandboxServer> ServerAsync(params Person[] people) => Some.ServerAsync(new SandboxOptions { Population = Some.With(people) });

    private static Task<Answer> StartAsync(ApiCaller caller, object user) => caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user });

    private static string? Status(Answer answer) => answer.Json["status"]?.GetValue<string>();
}
