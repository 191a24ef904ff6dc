using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_csv_imports_again_with_every_name_and_identifier()
    {
        await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--quiet"]);
        var csv = _tool.Folder["chats.csv"];
        Assert.Equal(0, (await _tool.RunAsync(["export", csv, "--store", _tool.Store])).ExitCode);

        var before = await IdentifiersAsync(["import", .. ToolSession.Samples, "--store", _tool.Folder["before.db"], "--jsonl"]);
        var after = await IdentifiersAsync(["import", csv, "--store", _tool.Folder["after.db"], "--jsonl"]);
        Assert.NotEmpty(before);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Numbers_keep_their_plus_and_no_cell_is_a_formula()
    {
        var book = _tool.Folder.Write("book.csv", "name,phone\n\"=HYPERLINK(\"\"x\"\")\",+12125550142\n@SUM(A1),+12125550143\n-2+3,+12125550144\n");
        await _tool.RunAsync(["import", book, "--store", _tool.Store]);
        var csv = _tool.Folder["chats.csv"];
        await _tool.RunAsync(["export", csv, "--store", _tool.Store]);
        var text = await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken);
        Assert.Contains(",+12125550142", text, StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\"=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n-", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task Json_forms_hold_the_result_lines(string format)
    {
        await _tool.RunAsync(["resolve", .. ToolSession.Samples, "--sandbox", "--store", _tool.Store, "--quiet"]);
        var result = await _tool.RunAsync(["export", "-", "--format", format, "--store", _tool.Store]);
        var lines = format == "json" ? [.. result.Document.GetProperty("results").EnumerateArray()] : result.Lines;
        Assert.NotEmpty(lines);
        Assert.All(lines, ResultSchema.AssertValid);
    }

    [Fact]
    public async Task An_existing_file_is_replaced_only_when_asked()
    {
        await _tool.RunAsync(["import", ToolSession.Samples[0], "--store", _tool.Store]);
        var csv = _tool.Folder.Write("chats.csv", "precious");
        Assert.Equal(2, (await _tool.RunAsync(["export", csv, "--store", _tool.Store])).ExitCode);
        Assert.Equal("precious", await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await _tool.RunAsync(["export", csv, "--store", _tool.Store, "--force"])).ExitCode);
    }

    private async Task<SortedSet<string>> IdentifiersAsync(string[] import)
    {
        var result = await _tool.RunAsync(import);
        Assert.Equal(0, result.ExitCode);
        return new SortedSet<string>(
            result.Lines.SelectMany(static line => line.GetProperty("identifiers").EnumerateArray().Select(static given => $"{given.GetProperty("kind").GetString()} {Folded(given)} {given.GetProperty("network")}")), StringComparer.Ordinal);
    }

    // Two spellings of one mailbox stay one identifier of the merged contact.
    private static string Folded(JsonElement given) => given.GetProperty("value").GetString()!.ToLowerInvariant();
}
