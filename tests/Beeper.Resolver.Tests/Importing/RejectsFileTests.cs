using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Tests.Importing;

public sealed partial class RejectsFileTests
{
    private const string Damaged = "Name;Phone;Notes\nA;+12125550141;x\n\"B;+12125550142;y\nZo\uFFFD;+12125550143;\"two\nlines; one cell\"\n;;only a note\n";

    [Fact]
    public void Rejected_rows_are_written_as_they_were_with_where_and_why()
    {
        var lines = Rejects(Damaged).Split("\r\n");
        Assert.Equal("Name;Phone;Notes;_file;_line;_field;_code;_message", lines[0]);
        Assert.Equal("\"\"\"B\";+12125550142;y;book.csv;3;1;ROW_UNCLOSED_QUOTE;\"Name: a quote is opened and not closed; close or remove it\"", lines[1]);
        Assert.StartsWith("Zo\uFFFD;+12125550143;\"two\nlines; one cell\";book.csv;4;1;ROW_DAMAGED_TEXT;", lines[2], StringComparison.Ordinal);
        Assert.StartsWith(";;only a note;book.csv;6;;ROW_NO_CONTENT;", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_imports_again_once_it_is_mended()
    {
        var mended = Rejects(Damaged).Replace("\"\"\"B\"", "B", StringComparison.Ordinal).Replace("\uFFFD", "ë", StringComparison.Ordinal);
        var rows = Books.Read(mended);
        Assert.Equal(["B", "Zoë", null], rows.Select(static row => row.Record?.Name.Full));
        Assert.Equal(["phone:+12125550142"], Books.Values(rows[0].Record!));
    }

    [Fact]
    public void A_table_without_header_gets_one_that_is_understood()
    {
        var rejects = Rejects("Harriet Quill,+1 212-555-0142,h@example.com\nMilo Quill,+1 212-555-0143,m@example.com\n\"Open,+12125550144,o@example.com\n");
        var record = Books.One(rejects.Replace("\"\"\"Open\"", "Open", StringComparison.Ordinal));
        Assert.Equal(("Open", "phone:+12125550144"), (record.Name.Full, Books.Values(record)[0]));
    }

    [Fact]
    public void Rejected_cards_are_cards_again()
    {
        var rejects = Rejects("BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL:+12125550141\nBEGIN:VCARD\nVERSION:3.0\nFN:B\nTEL:+12125550142\nEND:VCARD\n");
        Assert.Contains("X-REJECTED:book.csv:1 ROW_UNCLOSED_CARD", rejects, StringComparison.Ordinal);
        Assert.Equal(["phone:+12125550141"], Books.Values(Books.One(rejects)));
    }

    [Fact]
    public void A_problem_line_names_file_line_field_and_reason()
    {
        using var book = Books.Open("Name,Phone\nA,01-Sep\n");
        var record = Assert.Single(book.ReadRows()).Record!;
        Assert.Equal("book.csv:2:2 (Phone) PHONE_DATE: \"01-Sep\" (a date, or a number that a spreadsheet made a date of)", ProblemLine.Of(record.Location, record.Problems[0], book.Layout));
        Assert.DoesNotContain("01-Sep", ProblemLine.Of(record.Location, record.Problems[0], book.Layout, redact: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_line_shows_no_more_than_forty_harmless_characters()
    {
        var line = ProblemLine.Of(new SourceLocation("book.csv", 1, 2), new RecordProblem("PHONE_NOT_A_NUMBER", "Phone", $"\u001b[31m\u202e{new string('x', 100)}"));
        Assert.DoesNotContain('\u001b', line);
        Assert.DoesNotContain('\u202e', line);
        Assert.Contains("…", line, StringComparison.Ordinal);
        Assert.True(line.Length < 110);
    }

    [Fact]
    public void Every_code_the_importer_gives_has_a_sentence()
    {
        var sources = Directory.GetFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories);
        var codes = sources.SelectMany(static file => Code().Matches(File.ReadAllText(file)).Select(static match => match.Groups["code"].Value)).Distinct().ToList();
        Assert.Contains("ROW_UNCLOSED_QUOTE", codes);
        Assert.Empty(codes.Except(ProblemText.Codes));
    }

    private static string Rejects(string text)
    {
        using var book = Books.Open(text);
        var rejects = book.ReadRows().Where(static row => row.Rejected is not null).Select(static row => (row.Rejected!, row.Text)).ToList();
        using var written = new StringWriter();
        RejectsFile.Write(written, book.Layout, rejects);
        return written.ToString();
    }

    private static string SourceFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Beeper.Resolver/Importing"));

    [GeneratedRegex("\"(?<code>(ROW|PHONE|EMAIL|TEXT|QUOTE|CELLS)_[A-Z0-9_]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
