using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class LookingCommandTests : IDisposable
{
    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Show_finds_a_contact_by_name_number_and_key()
    {
        await ResolveSamplesAsync();
        var byName = await _tool.RunAsync(["show", "Harriet Quill", "--store", _tool.Store]);
        Assert.Equal(0, byName.ExitCode);
        var key = byName.Out.Split('\n')[0].Split(' ')[^1].Trim();
        Assert.Equal(byName.Out, (await _tool.RunAsync(["show", "+12125550142", "--store", _tool.Store])).Out);
        Assert.Equal(byName.Out, (await _tool.RunAsync(["show", key, "--store", _tool.Store])).Out);
        Assert.Contains("google.csv:", byName.Out, StringComparison.Ordinal);
        Assert.Contains("[phone.label.mobile]", byName.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_nobody_from_several()
    {
        await ResolveSamplesAsync();
        Assert.Equal(5, (await _tool.RunAsync(["show", "Nobody Of That Name", "--store", _tool.Store])).ExitCode);
        Assert.Equal(6, (await _tool.RunAsync(["show", "David Chen", "--store", _tool.Store])).ExitCode);
    }

    [Fact]
    public async Task Accounts_say_what_they_resolve_and_what_is_left()
    {
        var result = await _tool.RunAsync(["accounts", "--sandbox", "--store", _tool.Store, "--json"]);
        var whatsapp = result.Document.GetProperty("accounts").EnumerateArray().Single(static account => account.GetProperty("network").GetString() == "whatsapp");
        Assert.Equal(["id", "phone"], whatsapp.GetProperty("resolves").EnumerateArray().Select(static kind => kind.GetString()));
        Assert.Equal(50, whatsapp.GetProperty("day").GetInt32());
    }

    [Fact]
    public async Task The_doctor_finds_a_sound_sandbox_sound()
    {
        await ResolveSamplesAsync();
        var result = await _tool.RunAsync(["doctor", "--sandbox", "--store", _tool.Store]);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("fail", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_how_to_mend_a_missing_token()
    {
        await using var server = await Some.ServerAsync();
        _tool.Set("BEEPER_BASE_URL", server.BaseUrl.ToString());
        var result = await _tool.RunAsync(["doctor", "--store", _tool.Store]);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("--token-file", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_needs_a_store()
    {
        var result = await _tool.RunAsync(["status", "--store", _tool.Store]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("beeper-resolver import", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.Store));
    }

    [Fact]
    public async Task Status_names_the_last_run()
    {
        await ResolveSamplesAsync();
        var result = await _tool.RunAsync(["status", "--store", _tool.Store]);
        Assert.Contains("resolve    exit 0", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("resolve")]
    [InlineData("plan")]
    [InlineData("import")]
    [InlineData("status")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("reconcile")]
    [InlineData("merge")]
    [InlineData("keep-apart")]
    [InlineData("accounts")]
    [InlineData("start")]
    [InlineData("create")]
    [InlineData("doctor")]
    [InlineData("sandbox")]
    public async Task Help_begins_with_examples(string command)
    {
        var result = await _tool.RunAsync($"{command} --help");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"Examples:{Environment.NewLine}  beeper-resolver {command}".TrimEnd(), result.Out, StringComparison.Ordinal);
    }

    private async Task ResolveSamplesAsync() =>
        Assert.Equal(0, (await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--quiet"])).ExitCode);
}
