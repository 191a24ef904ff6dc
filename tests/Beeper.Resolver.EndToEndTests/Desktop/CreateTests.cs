using Beeper.Resolver.Desktop;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Desktop;

/// <summary>Creating chats with known IDs, and the stand-in for a start where the app has none.</summary>
public sealed class CreateTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SandboxDialect.Create)]
    [InlineData(SandboxDialect.Mode)]
    [InlineData(SandboxDialect.Start)]
    public async Task Single_chats_and_groups_are_created_in_every_dialect(SandboxDialect dialect)
    {
        await using var server = await Faults.ServerAsync(dialect);
        using var client = Clients.Of(server);
        await client.GetAppAsync(Ending);
        var single = await client.CreateAsync(new CreateRequest(Some.WhatsApp, "single", [Some.Tomas.Id]), Ending);
        var group = await client.CreateAsync(new CreateRequest(Some.WhatsApp, "group", [Some.Tomas.Id, Some.Harriet.Id]) { Title = "Quill & Co", MessageText = "Hello" }, Ending);
        Assert.Equal((StartResultKind.Started, StartResultKind.Started), (single.Kind, group.Kind));
        Assert.Equal("Quill & Co", (await client.GetChatAsync(group.ChatId!, null, Ending))!.Title);
        Assert.Equal(1, server.Counters.FirstMessages);
    }

    [Theory]
    [InlineData("single", 0)]
    [InlineData("single", 2)]
    [InlineData("group", 0)]
    [InlineData("duo", 1)]
    public async Task A_create_that_cannot_be_is_not_sent(string type, int participants)
    {
        await using var server = await Some.ServerAsync();
        using var client = Clients.Of(server);
        await Assert.ThrowsAsync<ArgumentException>(() => client.CreateAsync(new CreateRequest(Some.WhatsApp, type, [.. Enumerable.Repeat("p", participants)]), Ending));
        Assert.Empty(server.Journal.Entries);
    }

    [Fact]
    public async Task The_stand_in_prefers_the_chat_there_is()
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Create);
        using var client = Clients.Of(server);
        var result = await StartAsync(client, Some.Harriet.PhoneNumber!);
        Assert.Equal((StartResultKind.Started, ChatStatus.Existing), (result.Kind, result.Status));
        Assert.Empty(server.Posts());
    }

    [Fact]
    public async Task The_stand_in_takes_an_exact_and_only_hit()
    {
        var twins = new[] { Some.Tomas with { InContacts = true }, Some.Mirela with { PhoneNumber = Some.Tomas.PhoneNumber, InContacts = true } };
        foreach (var (people, kind) in new[] { (twins[..1], StartResultKind.Started), (twins, StartResultKind.NotFound), ([], StartResultKind.NotFound), ([Some.Tomas with { CannotMessage = true }], StartResultKind.Rejected) })
        {
            await using var server = await Some.ServerAsync(new SandboxOptions { Dialect = SandboxDialect.Create, Population = Some.With(people) });
            using var client = Clients.Of(server);
            Assert.Equal(kind, (await StartAsync(client, Some.Tomas.PhoneNumber!)).Kind);
            Assert.Equal(kind == StartResultKind.Started ? 1 : 0, server.Posts().Count());
        }
    }

    [Theory]
    [InlineData(401, StartResultKind.Unauthorized)]
    [InlineData(403, StartResultKind.Forbidden)]
    [InlineData(404, StartResultKind.AccountMissing)]
    [InlineData(422, StartResultKind.NotSent)]
    public async Task A_search_that_fails_sends_no_create(int status, StartResultKind kind)
    {
        await using var server = await Faults.ServerAsync(SandboxDialect.Create, Faults.On("GET", "/v1/accounts/{id}/contacts", Faults.Status(status)));
        using var client = Clients.Of(server);
        Assert.Equal(kind, (await StartAsync(client, Some.Tomas.PhoneNumber!)).Kind);
        Assert.Empty(server.Posts());
    }

    private static Task<StartResult> StartAsync(DesktopClient client, string phone) =>
        client.StartAsync(new StartRequest(Some.WhatsApp, new UserPayload { PhoneNumber = phone }), Ending);
}
