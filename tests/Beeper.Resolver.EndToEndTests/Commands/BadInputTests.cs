using System.Text;
using Beeper.Resolver.EndToEndTests.Support;
using Beeper.Resolver.Storage;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class BadInputTests : IDisposable
{
    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_missing_file_is_named_and_no_store_is_made()
    {
        var result = await _tool.RunAsync(["resolve", _tool.Folder["nowhere.csv"], "--sandbox", "--store", _tool.Store]);
        AssertRefused(result, 2, "nowhere.csv does not exist");
        Assert.False(File.Exists(_tool.Store));
    }

    [Fact]
    public async Task A_directory_is_no_address_book() =>
        AssertRefused(await ImportAsync(_tool.Folder.Path), 2, "is a directory");

    [Fact]
    public async Task An_empty_file_is_no_address_book() =>
        AssertRefused(await ImportAsync(_tool.Folder.Write("empty.csv", "")), 2, "is empty");

    [Fact]
    public async Task A_binary_file_is_no_address_book()
    {
        File.WriteAllBytes(_tool.Folder["photo.csv"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 4000).Select(static n => (byte)(n % 5 == 0 ? 0 : n * 7))]);
        AssertRefused(await ImportAsync(_tool.Folder["photo.csv"]), 2, "photo.csv");
    }

    [Fact]
    public async Task A_table_about_something_else_is_no_address_book() =>
        AssertRefused(await ImportAsync(_tool.Folder.Write("stock.csv", "colour,size,price\nred,L,3\nblue,M,4\n")), 2, "header");

    [Theory]
    [InlineData("import", true)]
    [InlineData("plan", false)]
    public async Task A_bad_file_keeps_good_ones_from_being_resolved_and_not_from_being_imported(string command, bool isImported)
    {
        var result = await _tool.RunAsync([command, ToolSession.Samples[0], _tool.Folder["nowhere.csv"], "--store", _tool.Store]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("nowhere.csv", result.Error, StringComparison.Ordinal);
        Assert.Equal(isImported, File.Exists(_tool.Store));
    }

    [Fact]
    public async Task A_wrong_token_is_refused_with_3()
    {
        await using var server = await Some.ServerAsync();
        _tool.Use(server);
        _tool.Set("BEEPER_ACCESS_TOKEN", "not-the-token");
        var result = await _tool.RunAsync(["resolve", ToolSession.Samples[0], "--store", _tool.Store]);
        AssertRefused(result, 3, "token");
        Assert.DoesNotContain("not-the-token", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_server_is_reported_with_4()
    {
        var server = await Some.ServerAsync();
        _tool.Use(server);
        await server.DisposeAsync();
        AssertRefused(await _tool.RunAsync(["resolve", ToolSession.Samples[0], "--store", _tool.Store]), 4, "does not answer");
    }

    [Fact]
    public async Task An_unknown_account_is_reported_with_5_and_an_ambiguous_one_with_6()
    {
        AssertRefused(await _tool.RunAsync(["plan", ToolSession.Samples[0], "--sandbox", "--store", _tool.Store, "--account", "myspace"]), 5, "myspace");
        AssertRefused(await _tool.RunAsync(["plan", "--sandbox", "--store", _tool.Store, "--account", "local-"]), 6, "local-");
    }

    [Fact]
    public async Task A_store_of_another_program_is_refused_untouched()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("these are no pages of a database. ", 400)));
        File.WriteAllBytes(_tool.Store, bytes);
        AssertRefused(await _tool.RunAsync(["plan", ToolSession.Samples[0], "--sandbox", "--store", _tool.Store]), 11, "--store");
        Assert.Equal(bytes, File.ReadAllBytes(_tool.Store));
    }

    [Fact]
    public async Task A_corrupt_store_is_refused()
    {
        await _tool.RunAsync(["import", ToolSession.Samples[0], "--store", _tool.Store]);
        var bytes = File.ReadAllBytes(_tool.Store);
        Array.Fill(bytes, (byte)0xA5, 4096, bytes.Length - 4096);
        File.WriteAllBytes(_tool.Store, bytes);
        AssertRefused(await _tool.RunAsync(["plan", "--sandbox", "--store", _tool.Store]), 11, "damaged");
        Assert.Equal(bytes, File.ReadAllBytes(_tool.Store));
    }

    [Fact]
    public async Task A_store_that_another_run_holds_is_refused_with_10()
    {
        using var store = ResolutionStore.Open(_tool.Store);
        using var held = RunLock.Acquire(_tool.Store);
        AssertRefused(await _tool.RunAsync(["resolve", ToolSession.Samples[0], "--sandbox", "--store", _tool.Store]), 10, "Another run");
    }

    [Fact]
    public async Task A_directory_is_no_store() =>
        AssertRefused(await _tool.RunAsync(["plan", ToolSession.Samples[0], "--sandbox", "--store", _tool.Folder.Path]), 11, "is a directory");

    [Theory]
    [InlineData("resolve --token abc", "--token-file")]
    [InlineData("resolve --limit many", "--limit takes a number")]
    [InlineData("resolve --region Atlantis --sandbox", "two letters")]
    [InlineData("resolve --pace fast", "careful")]
    [InlineData("resolve --json --jsonl --sandbox", "either --json or --jsonl")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("start --account whatsapp --sandbox", "exactly one of")]
    [InlineData("accounts --base-url gopher://somewhere", "http")]
    [InlineData("accounts --base-url http://192.0.2.1:23373", "clear text")]
    public async Task A_command_line_that_makes_no_sense_is_refused_with_2(string commandLine, string says) =>
        AssertRefused(await _tool.RunAsync(commandLine), 2, says);

    [Fact]
    public async Task A_population_with_a_misspelt_member_is_refused()
    {
        var file = _tool.Folder.Write("people.json", """{"accounts":[],"poeple":[]}""");
        AssertRefused(await _tool.RunAsync(["accounts", "--population", file, "--store", _tool.Store]), 2, "poeple");
    }

    private Task<ToolResult> ImportAsync(string file) => _tool.RunAsync(["import", file, "--store", _tool.Store]);

    private static void AssertRefused(ToolResult result, int exitCode, string says)
    {
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }
}
