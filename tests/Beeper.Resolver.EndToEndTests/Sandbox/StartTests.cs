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

    private static Task<SandboxServer> ServerAsync(params Person[] people) => Some.ServerAsync(new SandboxOptions { Population = Some.With(people) });

    private static Task<Answer> StartAsync(ApiCaller caller, object user) => caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user });

    private static string? Status(Answer answer) => answer.Json["status"]?.GetValue<string>();
}
