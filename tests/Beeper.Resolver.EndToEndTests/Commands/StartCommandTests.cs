using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class StartCommandTests : IDisposable
{
    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_start_gives_the_chat_and_the_same_start_again_sends_nothing()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        var first = await StartAsync("--phone", "+4915228817386", "--name", "Mirela Vance", "--json");
        Assert.Equal(0, first.ExitCode);
        Assert.Equal("created", first.Document.GetProperty("status").GetString());
        var second = await StartAsync("--phone", "+49 1522 8817386", "--json");
        Assert.Equal("cache", second.Document.GetProperty("via").GetString());
        Assert.Equal(first.Document.GetProperty("chatID").GetString(), second.Document.GetProperty("chatID").GetString());
        Assert.Equal(1, server.Counters.Starts);
    }

    [Fact]
    public async Task Invitations_are_never_allowed_unasked()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        await StartAsync("--phone", "+4915228817386");
        Assert.Contains("\"allowInvite\":false", server.Journal.Entries.Single(static entry => entry.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_asked_about_before_anything_is_sent()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        var refused = await _tool.RunAsync(["start", "--account", Some.WhatsApp, "--store", _tool.Store, "--phone", "+4915228817386", "--message-text", "Hello"], "n");
        Assert.Equal(2, refused.ExitCode);
        Assert.Empty(server.Journal.Entries);
        var sent = await _tool.RunAsync(["start", "--account", Some.WhatsApp, "--store", _tool.Store, "--phone", "+4915228817386", "--message-text", "Hello"], "y");
        Assert.Equal(0, sent.ExitCode);
        Assert.Equal(1, Messages(server));
    }

    [Fact]
    public async Task A_message_to_somebody_whose_chat_is_known_goes_out_once()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        await StartAsync("--phone", "+4915228817386");
        var first = await StartAsync("--phone", "+4915228817386", "--message-text", "Hello", "--yes", "--json");
        Assert.Equal((0, "cache", "sent"), (first.ExitCode, first.Document.GetProperty("via").GetString(), first.Document.GetProperty("message").GetString()));
        var second = await StartAsync("--phone", "+4915228817386", "--message-text", "Hello again", "--yes", "--json");
        Assert.Equal((0, "not_needed"), (second.ExitCode, second.Document.GetProperty("message").GetString()));
        Assert.Equal((1, 1), (Messages(server), server.Counters.Starts));
        Assert.Contains("one first message per chat", (await StartAsync("--phone", "+4915228817386", "--message-text", "Hello", "--yes")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_holds_a_message_of_ones_own_gets_none()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        await StartAsync("--phone", "+4915228817386", "--message-text", "Hello", "--yes");
        // Another store knows nothing of the message; the chat itself does.
        var result = await _tool.RunAsync(["start", "--account", Some.WhatsApp, "--store", _tool.Folder["other.db"], "--phone", "+4915228817386", "--message-text", "Hello", "--yes"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("holds one of yours already", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, Messages(server));
    }

    [Fact]
    public async Task A_message_that_a_network_needs_to_make_the_chat_is_sent_along()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.With(Some.Mirela with { NeedsMessageText = true }) });
        _tool.Use(server);
        var result = await StartAsync("--phone", "+4915228817386", "--message-text", "Hello", "--yes", "--json");
        Assert.Equal((0, "sent"), (result.ExitCode, result.Document.GetProperty("message").GetString()));
        await StartAsync("--phone", "+4915228817386", "--message-text", "Hello", "--yes");
        Assert.Equal(1, Messages(server));
    }

    [Fact]
    public async Task A_message_of_unknown_outcome_is_not_repeated()
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { Population = Some.Population, Faults = [Faults.On("POST", "/v1/chats/{chatID}/messages", Faults.Status(500), nth: 1)] });
        _tool.Use(server);
        var first = await StartAsync("--phone", "+4915228817386", "--message-text", "Hello", "--yes", "--json");
        Assert.Equal((7, "unknown"), (first.ExitCode, first.Document.GetProperty("message").GetString()));
        await StartAsync("--phone", "+4915228817386", "--message-text", "Hello", "--yes");
        Assert.Single(server.Journal.Entries, static entry => entry.Method == "POST" && entry.Path.EndsWith("/messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_found_is_said_and_no_error()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        var result = await StartAsync("--phone", "+447700900999");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("does not know the identifier", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_created_once()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        string[] create = ["create", "--account", Some.WhatsApp, "--store", _tool.Store, "--type", "group", "--participant", Some.Harriet.Id, "--participant", Some.Tomas.Id, "--title", "Lunch", "--json"];
        var first = await _tool.RunAsync(create);
        var second = await _tool.RunAsync(create);
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first.Document.GetProperty("chatID").GetString(), second.Document.GetProperty("chatID").GetString());
        Assert.Equal(1, server.Counters.Created);
    }

    private static int Messages(SandboxServer server) => server.Counters.People.Sum(static person => person.Messages);

    private Task<ToolResult> StartAsync(params string[] more) => _tool.RunAsync(["start", "--account", Some.WhatsApp, "--store", _tool.Store, .. more]);
}
