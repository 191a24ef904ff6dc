using System.Text.Json;
using Beeper.Resolver.EndToEndTests.Support;

namespace Beeper.Resolver.EndToEndTests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private const string Ragged = "Club list\nName,Cell #,E-mail,Contact owner\nAnn,+12125550101,ann@example.com,Boss\n\"Bob,+12125550102,bob@example.com,Boss\nCy,4.4E+11,cy@example.com,Boss\nDee,+12125550103,dee@example.com,Boss\n";

    private readonly ToolSession _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Every_file_is_shown_with_how_it_was_understood()
    {
        var result = await ImportAsync(_tool.Folder.Write("book.csv", Ragged), _tool.Folder.Write("cards.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Eve\nTEL;TYPE=CELL:+12125550104\nEND:VCARD\n"));
        foreach (var part in (string[])["plain · utf-8 · comma · header on line 2", "4 rows read, 3 imported, 1 rejected", "phone:mobile  Cell #", "another person's: Contact owner", "mobile 2", "ROW_UNCLOSED_QUOTE 1", "PHONE_PRECISION_LOST 1",
            "book.csv:4:1 (Name) ROW_UNCLOSED_QUOTE: ", "book.csv:5:2 (Cell #) PHONE_PRECISION_LOST: \"4.4E+11\"", "vcard-3.0 · utf-8"])
            Assert.Contains(part, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_rows_import_again_once_mended()
    {
        var rejects = _tool.Folder["rejects.csv"];
        await ImportAsync(_tool.Folder.Write("book.csv", Ragged), "--rejects", rejects);
        var text = await File.ReadAllTextAsync(rejects, TestContext.Current.CancellationToken);
        Assert.EndsWith("_file,_line,_field,_code,_message", text.Split("\r\n")[0], StringComparison.Ordinal);
        await File.WriteAllTextAsync(rejects, text.Replace("\"\"\"Bob\"", "Bob", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var again = await ImportAsync(rejects, "--jsonl");
        var bob = Assert.Single(again.Lines);
        Assert.Equal("Bob", bob.GetProperty("name").GetString());
        Assert.Equal(2, bob.GetProperty("identifiers").GetArrayLength());
    }

    [Fact]
    public async Task Rejected_rows_are_written_as_json_lines_for_programs()
    {
        var rejects = _tool.Folder["rejects.jsonl"];
        await ImportAsync(_tool.Folder.Write("book.csv", Ragged), "--rejects", rejects);
        var line = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(rejects, TestContext.Current.CancellationToken))).RootElement;
        Assert.Equal(("book.csv", 4), (line.GetProperty("source").GetString(), line.GetProperty("line").GetInt32()));
        Assert.Equal("ROW_UNCLOSED_QUOTE", line.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal("\"Bob,+12125550102,bob@example.com,Boss", line.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Columns_are_mapped_by_the_command_line_and_by_a_file()
    {
        var book = _tool.Folder.Write("book.csv", "Who,Reach,Tg\nAnn,+12125550101,annlee\n");
        var map = _tool.Folder.Write("map.txt", "# columns\nTg=handle:telegram\n#1=name\n");
        var result = await ImportAsync(book, "--map", "Reach=phone:mobile", "--map-file", map, "--jsonl");
        var ann = Assert.Single(result.Lines);
        Assert.Equal("Ann", ann.GetProperty("name").GetString());
        Assert.Equal(["mobile", null], ann.GetProperty("identifiers").EnumerateArray().Select(static one => one.GetProperty("label").GetString()));
        Assert.Equal(["Phone", "Username"], ann.GetProperty("identifiers").EnumerateArray().Select(static one => one.GetProperty("kind").GetString()), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Too_many_damaged_rows_leave_the_store_as_it_was()
    {
        var good = _tool.Folder.Write("book.csv", "Name,Phone\nAnn,+12125550101\n");
        await ImportAsync(good);
        _tool.Folder.Write("book.csv", "Name,Phone\nBea,+12125550101\nZo\uFFFD,+12125550102\nJ\uFFFDn,+12125550103\n");
        var refused = await ImportAsync(good);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("2 of 3 rows are damaged", refused.Error, StringComparison.Ordinal);
        Assert.Contains("book.csv:3:1 (Name) ROW_DAMAGED_TEXT: ", refused.Error, StringComparison.Ordinal);
        _tool.Folder.Write("book.csv", "Name,Phone\nAnn,+12125550101\n");
        Assert.Contains("unchanged since the last import", (await ImportAsync(good)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("friends.json", "{\"friends_v2\":[{\"name\":\"A\",\"timestamp\":1}]}", "names only")]
    [InlineData("book.ldif", "dn: cn=A,mail=a@example.com\ncn: A\n", "comma separated values (CSV) or vCard")]
    public async Task A_file_of_no_use_is_refused_with_what_to_export_instead(string name, string text, string advice)
    {
        var result = await ImportAsync(_tool.Folder.Write(name, text));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(advice, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_samples_in_one_call_end_in_one_table_whose_rows_are_imported_or_rejected()
    {
        var folder = Path.Combine(ToolSession.RepositoryRoot, "tests", "Beeper.Resolver.Tests", "Conformance", "address-books");
        var files = Directory.GetFiles(folder).Where(static path => Path.GetExtension(path) is ".csv" or ".vcf" or ".ldif" || path.EndsWith("facebook-friends.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        Assert.True(files.Length > 40);
        string[] useless = ["facebook-friends.json", "thunderbird.ldif"];
        var shown = await ImportAsync([.. files, "--max-rejects", "50%"]);
        Assert.Equal(2, shown.ExitCode);
        Assert.Equal(useless, files.Select(Path.GetFileName).Where(name => shown.Error.Contains($"{name} is ", StringComparison.Ordinal)));
        Assert.All(files.Where(file => !useless.Contains(Path.GetFileName(file))), file => Assert.Contains($"── {Path.GetFileName(file)} ─", shown.Out, StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', shown.Out);
        var document = JsonDocument.Parse((await _tool.RunAsync(["import", .. files, "--store", _tool.Folder["again.db"], "--json", "--max-rejects", "50%"])).Out).RootElement;
        Assert.Equal(files.Length - 2, document.GetProperty("files").GetArrayLength());
        Assert.Equal(["FILE_IS_FACEBOOK", "FILE_IS_LDIF"], document.GetProperty("refused").EnumerateArray().Select(static file => file.GetProperty("code").GetString()));
        Assert.All(document.GetProperty("files").EnumerateArray(), static file => Assert.Equal(file.GetProperty("rows").GetInt32(), file.GetProperty("imported").GetInt32() + file.GetProperty("rejected").GetInt32()));
    }

    private Task<ToolResult> ImportAsync(params string[] arguments) => _tool.RunAsync(["import", .. arguments, "--store", _tool.Store]);
}
