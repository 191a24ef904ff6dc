using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Sandbox;

namespace Beeper.Resolver.EndToEndTests.Sandbox;

public sealed class StateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Chats_survive_a_restart_with_their_ids()
    {
        var (first, _) = await StartAsync(Some.Tomas.PhoneNumber!);
        var (second, status) = await StartAsync(Some.Tomas.PhoneNumber!);
        Assert.Equal((first, "existing"), (second, status));
    }

    [Fact]
    public async Task Without_a_state_file_a_chat_has_the_same_id_again()
    {
        var ids = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var server = await Some.ServerAsync();
            using var caller = new ApiCaller(server);
            ids.Add((await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { id = Some.Mirela.Id } })).Json["id"]!.GetValue<string>());
        }
        Assert.Equal(ids[0], ids[1]);
    }

    [Theory]
    [InlineData("""{"id":"!torn""")]
    [InlineData("""{"id":"!torn:sandbox.local","accountID":"a","type":"single","participantIds":["b"],"sent":["a brace }""")]
    [InlineData("""{"id":"!whole:sandbox.local","accountID":"a","type":"single","participantIds":["b"]}""")]
    [InlineData("\"")]
    public async Task A_torn_last_line_is_taken_off_and_the_next_line_stands_alone(string torn)
    {
        var (first, _) = await StartAsync(Some.Tomas.PhoneNumber!);
        await File.AppendAllTextAsync(_folder["state.jsonl"], torn, TestContext.Current.CancellationToken);
        var (other, _) = await StartAsync(Some.Mirela.PhoneNumber!);
        var lines = await File.ReadAllLinesAsync(_folder["state.jsonl"], TestContext.Current.CancellationToken);
        Assert.Equal(2, lines.Length);
        Assert.Equal((first, "existing"), await StartAsync(Some.Tomas.PhoneNumber!));
        Assert.Equal((other, "existing"), await StartAsync(Some.Mirela.PhoneNumber!));
    }

    [Fact]
    public async Task A_torn_only_line_leaves_an_empty_file()
    {
        _folder.Write("state.jsonl", """{"id":"!t""");
        Assert.Equal("created", (await StartAsync(Some.Tomas.PhoneNumber!)).Status);
        Assert.Single(await File.ReadAllLinesAsync(_folder["state.jsonl"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_whole_line_that_is_no_chat_is_refused_by_its_number()
    {
        _folder.Write("state.jsonl", "{\"id\":7}\n");
        var error = await Assert.ThrowsAsync<SandboxFileException>(() => Some.ServerAsync(new SandboxOptions { StateFile = _folder["state.jsonl"] }));
        Assert.Contains("record 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_and_groups_survive_too_and_lines_are_only_appended()
    {
        string group;
        await using (var server = await Some.ServerAsync(new SandboxOptions { StateFile = _folder["state.jsonl"] }))
        {
            using var caller = new ApiCaller(server);
            group = (await caller.PostAsync("/v1/chats", new { accountID = Some.WhatsApp, type = "group", participantIDs = new[] { Some.Harriet.Id, Some.Tomas.Id }, messageText = "Hello" })).Json["id"]!.GetValue<string>();
        }
        var before = await File.ReadAllTextAsync(_folder["state.jsonl"], TestContext.Current.CancellationToken);
        await using (var server = await Some.ServerAsync(new SandboxOptions { StateFile = _folder["state.jsonl"] }))
        {
            using var caller = new ApiCaller(server);
            await caller.PostAsync($"/v1/chats/{Uri.EscapeDataString(group)}/messages", new { text = "Again" });
            Assert.Equal(2, (await caller.GetAsync($"/v1/chats/{Uri.EscapeDataString(group)}/messages")).Json["items"]!.AsArray().Count);
        }
        Assert.StartsWith(before, await File.ReadAllTextAsync(_folder["state.jsonl"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(string Id, string Status)> StartAsync(string phone)
    {
        await using var server = await Some.ServerAsync(new SandboxOptions { StateFile = _folder["state.jsonl"] });
        using var caller = new ApiCaller(server);
        var answer = await caller.PostAsync("/v1/chats/start", new { accountID = Some.WhatsApp, user = new { phoneNumber = phone } });
        return (answer.Json["id"]!.GetValue<string>(), answer.Json["status"]!.GetValue<string>());
    }
}
