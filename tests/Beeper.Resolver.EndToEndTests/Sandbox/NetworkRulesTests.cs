using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;
using Beeper.Resolver.Sandbox.People;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

public sealed class NetworkRulesTests
{
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
}
