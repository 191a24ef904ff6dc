using System.Diagnostics;
using System.Globalization;
using System.Text;
using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class NormalizeCommandTests : IDisposable
{
    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_file_gives_a_line_per_row_in_its_order_and_no_store()
    {
        var book = _tool.Folder.Write("book.csv", "name,phone,email\nHarriet Quill,+1 212-555-0142,harriet.quill@example.com\nMilo Quill,12,\n");
        var result = await _tool.RunAsync(["normalize", book]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["Harriet Quill", "Milo Quill"], result.Lines.Select(static line => line.GetProperty("name").GetString()));
        Assert.Equal("+12125550142", result.Lines[0].GetProperty("identifiers")[0].GetProperty("value").GetString());
        Assert.Equal("PHONE_TOO_SHORT", result.Lines[1].GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.False(Directory.Exists(_tool.Folder["state"]));
    }

    [Fact]
    public async Task A_bad_json_line_is_a_record_of_its_own()
    {
        var result = await _tool.RunAsync(["normalize"], "{\"name\":\"Harriet Quill\",\"phones\":[\"+12125550142\"]}", "{\"name\":", "{\"name\":\"Milo Quill\"}");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(3, result.Lines.Count);
        Assert.Equal("ROW_BAD_JSON", result.Lines[1].GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Four_blocks_under_gnu_parallel_give_the_same_as_one_process()
    {
        var records = new StringBuilder();
        for (var number = 1; number <= 2000; number++)
            records.Append(CultureInfo.InvariantCulture, $"{{\"source\":\"book\",\"record\":{number},\"line\":{number},\"name\":\"Person {number}\",\"phones\":[\"+1 212 555 {100 + (number % 100):0000}\"],\"emails\":[\"person.{number}@example.com\"]}}\n");
        var input = records.ToString();
        var tool = Path.Combine(AppContext.BaseDirectory, "beeper-resolver.dll");
        var block = (input.Length / 4 + 1024).ToString(CultureInfo.InvariantCulture);
        var one = await PipeAsync("dotnet", [tool, "normalize", "-"], input);
        var four = await PipeAsync("parallel", ["--pipe", "--keep-order", "--block", block, "--jobs", "2", "dotnet", tool, "normalize", "-"], input);
        Assert.Equal(2000, one.Count(static c => c == '\n'));
        Assert.Equal(one, four);
    }

    private static async Task<string> PipeAsync(string program, IEnumerable<string> arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return await output;
    }
}
