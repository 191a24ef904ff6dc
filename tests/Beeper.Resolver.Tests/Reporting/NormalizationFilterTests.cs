using System.Text;
using System.Text.Json;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Normalization;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Tests.Reporting;

public sealed class NormalizationFilterTests
{
    [Fact]
    public void A_JSON_line_becomes_a_record_line()
    {
        var line = Assert.Single(Run("""{"name":"Harriet Quill","phones":["+1 212-555-0142"],"emails":[{"value":"Harriet <H@EXAMPLE.com>","label":"home","primary":true}],"handles":[{"network":"Telegram","value":"@HattieQuill"}]}"""));
        Assert.Equal("""{"schema":1,"source":"stdin","record":1,"line":1,"name":"Harriet Quill","identifiers":[{"kind":"phone","value":"+12125550142","raw":"+1 212-555-0142","label":null,"primary":false,"network":null,"region":"US","valid":true,"type":"FIXED_LINE_OR_MOBILE"},{"kind":"email","value":"H@example.com","raw":"Harriet <H@EXAMPLE.com>","label":"home","primary":true,"network":null},{"kind":"username","value":"hattiequill","raw":"@HattieQuill","label":null,"primary":false,"network":"telegram"}],"problems":[]}""", line);
    }

    [Theory]
    [InlineData("""{"name":{"given":"Harriet","family":"Quill"},"phone":"+12125550142"}""")]
    [InlineData("""{"given":"Harriet","family":"Quill","phones":[{"value":12125550142,"region":"us"}]}""")]
    [InlineData("""{"full":"Harriet Quill","phones":"212 555 0142","region":"US"}""")]
    [InlineData("""{"name":"Harriet Quill","handles":{"network":"WhatsApp","value":"+1 212 555 0142"}}""")]
    [InlineData("""{"name":"Harriet Quill","urls":["https://wa.me/12125550142"]}""")]
    public void Names_and_values_may_be_written_in_several_ways(string input)
    {
        using var line = JsonDocument.Parse(Assert.Single(Run(input)));
        Assert.Equal("Harriet Quill", line.RootElement.GetProperty("name").GetString());
        Assert.Equal("+12125550142", line.RootElement.GetProperty("identifiers")[0].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("{\"name\":", "ROW_BAD_JSON")]
    [InlineData("{\"name\":\"\\ud800\"}", "ROW_BAD_JSON")]
    [InlineData("[1]", "ROW_NOT_AN_OBJECT")]
    [InlineData("12", "ROW_NOT_AN_OBJECT")]
    [InlineData("{}", "ROW_NO_CONTENT")]
    [InlineData("{\"name\":7,\"phones\":[null,true,{}]}", null)]
    [InlineData("{\"phones\":[\"\"]}", "ROW_NO_CONTENT")]
    public void A_bad_line_is_a_line_of_its_own_and_the_next_is_read(string bad, string? code)
    {
        var lines = Run($"{bad}\n{{\"name\":\"Harriet Quill\",\"emails\":[\"h@example.com\"]}}", NormalizationInput.JsonLines);
        Assert.Equal(2, lines.Count);
        using var first = JsonDocument.Parse(lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal(code, first.RootElement.GetProperty("problems").EnumerateArray().Select(static problem => problem.GetProperty("code").GetString()).FirstOrDefault());
        Assert.Equal(0, first.RootElement.GetProperty("identifiers").GetArrayLength());
        Assert.Equal(2, second.RootElement.GetProperty("record").GetInt32());
        Assert.Equal(1, second.RootElement.GetProperty("identifiers").GetArrayLength());
    }

    [Fact]
    public void A_line_that_is_too_long_is_rejected_alone()
    {
        var options = new NormalizationFilterOptions { AddressBook = new AddressBookOptions { MaxRecordSize = 100 } };
        var lines = Run($"{{\"name\":\"{new string('x', 300_000)}\"}}\n\r\n{{\"name\":\"Harriet Quill\"}}\n", options);
        Assert.Equal(2, lines.Count);
        Assert.Contains("ROW_TOO_LARGE", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"record\":2,\"line\":3,\"name\":\"Harriet Quill\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_own_output_gives_the_same_output()
    {
        var once = Run("""
            {"source":"a.csv","record":7,"line":9,"name":"Harriet Quill","phones":["212 555 0142","12","+44 7700 900123"],"region":"US","emails":["j@x.com, k@y.com","H@EXAMPLE.com"],"handles":[{"network":"facebook","value":"https://facebook.com/profile.php?id=100000000000001"},{"network":"x","value":"@HattieQuill"}],"urls":["https://signal.me/#p/+12125550147"]}
            {"name":"Milo"}
            nonsense
            {}
            """, NormalizationInput.JsonLines);
        Assert.Equal(once, Run(string.Join('\n', once), NormalizationInput.JsonLines));
        Assert.Contains("\"source\":\"a.csv\",\"record\":7,\"line\":9", once[0], StringComparison.Ordinal);
    }

    [Fact]
    public void CSV_is_read_as_the_importer_reads_it_and_gives_the_same_as_JSON_lines()
    {
        var csv = Run("Name,Phone,Email\nHarriet Quill,+1 212-555-0142,h@example.com\n,,\nMilo Quill,,milo@example.com\n");
        var json = Run("{\"name\":\"Harriet Quill\",\"phones\":[\"+1 212-555-0142\"],\"emails\":[\"h@example.com\"],\"line\":2}\n{\"name\":\"Milo Quill\",\"emails\":[\"milo@example.com\"],\"line\":4}");
        Assert.Equal(json, csv);
    }

    [Fact]
    public void Blocks_with_the_header_before_each_give_the_lines_of_the_whole()
    {
        const string Header = "Name,Phone\n";
        var rows = Enumerable.Range(0, 400).Select(static i => $"Person {i},+1 212 555 {i % 100:0100}\n").ToList();
        var whole = Run(Header + string.Concat(rows));
        var blocks = rows.Chunk(100).SelectMany(static block => Run(Header + string.Concat(block))).ToList();
        Assert.Equal(400, whole.Count);
        Assert.Equal(whole.Select(Bare), blocks.Select(Bare));
    }

    [Fact]
    public void Input_without_records_gives_nothing()
    {
        Assert.Empty(Run(""));
        Assert.Empty(Run("Name,Phone\n"));
        Assert.Empty(Run("\n\n", NormalizationInput.JsonLines));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_taken_for_Windows_1252_wherever_they_stand()
    {
        var bytes = Encoding.UTF8.GetBytes("Name,Email\n" + string.Concat(Enumerable.Repeat("Zoë Quill,z@example.com\n", 5000))).Concat((byte[])[(byte)'J', 0xFC, (byte)'r', (byte)'g', (byte)',', (byte)'j', (byte)'@', (byte)'e', (byte)'.', (byte)'i', (byte)'o', 0x0A]).ToArray();
        foreach (var most in new[] { int.MaxValue, 1, 7, 1000 })
        {
            var lines = Run(new Dribble(bytes, most), new NormalizationFilterOptions());
            Assert.Equal(5001, lines.Count);
            Assert.Contains("\"name\":\"Zoë Quill\"", lines[4999], StringComparison.Ordinal);
            Assert.Contains("\"name\":\"Jürg\"", lines[5000], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void UTF16_with_a_mark_is_read()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Name,Email\r\nZoë Quill,z@example.com\r\n")).ToArray();
        Assert.Contains("\"name\":\"Zoë Quill\"", Assert.Single(Run(new Dribble(bytes, 5), new NormalizationFilterOptions())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_before_JSON_is_no_part_of_it() => Assert.Contains("\"name\":\"Harriet\"", Assert.Single(Run("\uFEFF{\"name\":\"Harriet\"}")), StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_no_address_book_is_refused_as_a_whole() =>
        Assert.Equal("FILE_NO_COLUMNS", Assert.Throws<AddressBookException>(() => Run("colour,size\nred,4\n")).Code);

    [Fact]
    public void What_is_known_is_handed_on_before_more_is_awaited()
    {
        var output = new MemoryStream();
        var seen = new List<long>();
        var input = new Dribble(Encoding.UTF8.GetBytes("{\"name\":\"Harriet\"}\n{\"name\":\"Milo\"}\n"), 19) { BeforeRead = () => seen.Add(output.Length) };
        var counts = NormalizationFilter.Run(input, output, new NormalizationFilterOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(new NormalizationCounts(2, 0), counts);
        Assert.Equal(0, seen[0]);
        Assert.True(seen[1] > 0 && seen[1] < output.Length);
    }

    [Fact]
    public void Records_and_rejected_rows_are_counted()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("{\"name\":\"Harriet\"}\nnonsense\n{}\n"));
        using var output = new MemoryStream();
        Assert.Equal(new NormalizationCounts(1, 2), NormalizationFilter.Run(input, output, new NormalizationFilterOptions(), TestContext.Current.CancellationToken));
    }

    private static List<string> Run(string input, NormalizationInput kind = NormalizationInput.Auto) => Run(input, new NormalizationFilterOptions { Input = kind });

    private static List<string> Run(string input, NormalizationFilterOptions options) => Run(new MemoryStream(Encoding.UTF8.GetBytes(input)), options);

    private static List<string> Run(Stream input, NormalizationFilterOptions options)
    {
        using var output = new MemoryStream();
        NormalizationFilter.Run(input, output, options with { Normalization = new NormalizationOptions() }, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.True(text.Length == 0 || text.EndsWith('\n'));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Bare(string line) => line[line.IndexOf("\"name\"", StringComparison.Ordinal)..];
}
