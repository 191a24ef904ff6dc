using Beeper.Resolver.EndToEndTests.Support;

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
        Assert.Equal(1, server.Counters.FirstMessages);
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

    private Task<ToolResult> StartAsync(params string[] more) => _tool.RunAsync(["start", "--account", Some.WhatsApp, "--store", _tool.Store, .. more]);
}
