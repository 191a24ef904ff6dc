using System.Globalization;
using System.Text;
using Beeper.Resolver.Importing;
using CsCheck;

namespace Beeper.Resolver.Tests.Importing;

public sealed class AddressBookRobustnessTests
{
    private static readonly Gen<string> Junk = Gen.Char["\"\"\n\ra ;\0é\uFFFD9|"].Array[0, 12].Select(static characters => new string(characters));

    [Fact]
    public void A_quote_left_open_at_the_start_of_a_large_file_costs_one_row()
    {
        var text = new StringBuilder("Name,Phone,Notes\n\"Open,+12125550100,x\n");
        for (var n = 0; n < 60_000; n++)
            text.Append(CultureInfo.InvariantCulture, $"Person {n},+1212555{n % 10000:0000},a plain note of some length\n");
        var rows = Books.Read(text.ToString());
        Assert.Equal("ROW_UNCLOSED_QUOTE", rows[0].Rejected!.Problems[0].Code);
        Assert.Equal(60_001, rows.Count);
        Assert.All(rows.Skip(1), static row => Assert.NotNull(row.Record));
        Assert.Equal(60_002, rows[^1].Record!.Location.Line);
    }

    [Fact]
    public void A_file_of_nothing_but_open_quotes_is_read_to_its_end()
    {
        var text = new StringBuilder("Name,Phone,Notes\n");
        for (var n = 0; n < 60_000; n++)
            text.Append(CultureInfo.InvariantCulture, $"\"Bad {n},+1212555{n % 10000:0000},x\n");
        var rows = Books.Read(text.ToString());
        Assert.Equal(60_000, rows.Count(static row => row.Rejected?.Problems[0].Code == "ROW_UNCLOSED_QUOTE"));
        Assert.Equal(60_001, rows[^1].Rejected!.Location.Line);
    }

    [Fact]
    public void An_open_quote_that_the_next_quoted_field_closes_takes_no_rows_with_it()
    {
        var rows = Books.Read("Name,Phone,Notes\nA,+12125550141,\"fine\"\n\"B,+12125550142,bad\nC,+12125550143,plain\nD,+12125550144,\"quoted, with comma\"\nE,+12125550145,\"two\nlines\"\n");
        Assert.Equal(["A", null, "C", "D", "E"], rows.Select(static row => row.Record?.Name.Full));
        Assert.Equal([2, 3, 4, 5, 6], rows.Select(static row => (row.Record?.Location ?? row.Rejected!.Location).Line));
    }

    [Fact]
    public void An_open_quote_in_the_notes_takes_no_rows_with_it()
    {
        var rows = Books.Read("Name,Phone,Notes\nA,+12125550141,\"open\nB,+12125550142,\nC,+12125550143,\"note\"\nD,+12125550144,\n");
        Assert.Equal([null, "B", "C", "D"], rows.Select(static row => row.Record?.Name.Full));
    }

    [Fact]
    public void A_field_of_ten_megabytes_costs_one_row()
    {
        var rows = Books.Read($"Name,Phone\nA,+12125550141\n{new string('x', 10_000_000)},+12125550142\r\nC,+12125550143\n");
        Assert.Equal(["A", null, "C"], rows.Select(static row => row.Record?.Name.Full));
        Assert.Equal(("ROW_TOO_LARGE", 3, 4), (rows[1].Rejected!.Problems[0].Code, rows[1].Rejected!.Location.Line, rows[2].Record!.Location.Line));
    }

    [Fact]
    public void A_million_columns_cost_one_row()
    {
        var rows = Books.Read($"Name,Phone\nA,+12125550141\nB,+12125550142{new string(',', 1_000_000)}\nC,+12125550143\n");
        Assert.Equal(["A", null, "C"], rows.Select(static row => row.Record?.Name.Full));
        Assert.Equal("ROW_TOO_MANY_COLUMNS", rows[1].Rejected!.Problems[0].Code);
    }

    [Fact]
    public void A_nul_is_dropped_from_a_name_and_spoils_an_identifier()
    {
        var record = Books.One("Name,Phone,E-mail\nHar\0riet,+1212\05550142,h@example.com\n");
        Assert.Equal("Harriet", record.Name.Full);
        Assert.Equal(["email:h@example.com"], Books.Values(record));
        Assert.Equal(["Name", "Phone"], record.Problems.Where(static problem => problem.Code == "TEXT_NUL").Select(static problem => problem.Column!));
    }

    [Fact]
    public void A_letter_that_was_lost_before_costs_the_row_and_says_where()
    {
        var rows = Books.Read("Name,Phone\nZo\uFFFD,+12125550141\nMilo,+12125550142\n");
        var problem = rows[0].Rejected!.Problems[0];
        Assert.Equal(("ROW_DAMAGED_TEXT", "Name", 1), (problem.Code, problem.Column, problem.Field));
        Assert.Equal("Milo", rows[1].Record!.Name.Full);
    }

    [Fact]
    public void Bytes_that_are_no_text_in_the_encoding_named_cost_their_row()
    {
        var bytes = Encoding.Latin1.GetBytes("Name,Phone\nZoë,+12125550141\nMilo,+12125550142\n");
        var rows = Books.Read(bytes, new AddressBookOptions { Encoding = Encoding.UTF8 });
        Assert.Equal(["ROW_DAMAGED_TEXT", null], rows.Select(static row => row.Rejected?.Problems[0].Code));
    }

    [Fact]
    public void Extra_cells_are_reported_and_with_broken_quotes_the_row_is_rejected()
    {
        var rows = Books.Read("Name,Phone\nA,+12125550141,more\nThe \"B\", team,+12125550142,x\nC,+12125550143,,\n");
        Assert.Equal("CELLS_EXTRA", Assert.Single(rows[0].Record!.Problems).Code);
        Assert.Equal("ROW_BROKEN_QUOTES", rows[1].Rejected!.Problems[0].Code);
        Assert.Empty(rows[2].Record!.Problems);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_never_crash() =>
        Gen.Byte.Array[0, 600].Sample(static bytes => ReadsOrRefuses(bytes), iter: 3000);

    [Fact]
    public void Any_bytes_behind_a_header_or_in_a_card_are_rows_or_rejections() =>
        Gen.Select(Gen.OneOf("Name,Phone,E-mail\n", "\uFEFFName;Phone\r\n", "BEGIN:VCARD\r\nVERSION:3.0\r\n", "\"Name,Phone\"\n", "sep=;\nName;Phone\n"), Gen.Byte.Array[0, 400])
            .Sample(static (start, bytes) => ReadsOrRefuses([.. Encoding.UTF8.GetBytes(start), .. bytes]), iter: 3000);

    [Fact]
    public void Every_line_is_in_exactly_one_record_or_rejection() =>
        Gen.Select(Junk, Junk).Array[1, 12].Sample(static lines =>
        {
            var text = new StringBuilder("Name,Phone,E-mail\n");
            for (var index = 0; index < lines.Length; index++)
                text.Append(CultureInfo.InvariantCulture, $"{lines[index].Item1}<{index}>,{lines[index].Item2},\n");
            // A file as full of zero bytes as a picture is refused whole, which another property covers.
            if (text.ToString().Count(static c => c == '\0') > 8)
                return;
            // The last row has all its cells, so that a lone cell before it is no footer.
            var found = Books.Read(text.Append("Last,+12125550199,\n").ToString()).Select(Everything).ToList();
            for (var index = 0; index < lines.Length; index++)
                Assert.Equal(1, found.Count(row => row.Contains(string.Create(CultureInfo.InvariantCulture, $"<{index}>"), StringComparison.Ordinal)));
        }, iter: 4000);

    [Fact]
    public void Without_quotes_every_line_that_is_not_blank_is_one_row() =>
        Gen.Char["a,\n\r 7é@"].Array[0, 200].Select(static characters => new string(characters)).Sample(static text =>
        {
            var lines = text.Split('\n', '\r').Count(static line => line.AsSpan().Trim().Trim(", ").Length > 0);
            using var book = Books.Open($"Name,Phone,E-mail\n{text}");
            var rows = book.ReadRows().Count();
            Assert.Equal(lines, rows + book.Report.Footers);
            Assert.Equal(rows, book.Report.Records + book.Report.Rejected);
        }, iter: 4000);

    [Theory]
    [InlineData("\"Bad,+12125550100,x")]
    [InlineData("Bad,\"+12125550100,x")]
    [InlineData("Bad,+12125550100,\"x")]
    [InlineData("Bad \"x\",+12125550100,y")]
    [InlineData("\"Bad\"x,+12125550100,y")]
    [InlineData("Bad")]
    [InlineData("Bad,+12125550100,x,y,z")]
    [InlineData(",,,,,,,,")]
    [InlineData("Bad,4.4E+11,x")]
    [InlineData("Bad\uFFFD,+12125550100,x")]
    [InlineData("Bad\0,+12125550100,x")]
    [InlineData("\u00e9\u00e9,+12125550100,x")]
    public void One_bad_row_changes_nothing_else(string bad)
    {
        for (var at = 0; at < 12; at++)
        {
            var lines = Enumerable.Range(0, 12).Select(static n => $"Person {n},+121255501{n:00},\"note, {n}\nsecond line\"").ToList();
            var good = Books.Read($"Name,Phone,Notes\n{string.Join('\n', lines)}\n").Select(Everything).ToList();
            lines[at] = bad;
            var changed = Books.Read($"Name,Phone,Notes\n{string.Join('\n', lines)}\n").Select(Everything).Where(static row => row.Contains("Person", StringComparison.Ordinal)).ToList();
            good.RemoveAt(at);
            Assert.Equal(good, changed);
        }
    }

    [Theory]
    [InlineData("\u0001\u0007\u001b[31mred")]
    [InlineData("\u202eevil\u202c")]
    [InlineData("\u2066iso\u2069")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)*cmd")]
    [InlineData("+1+cmd|' /C'!A0")]
    [InlineData("-2+3")]
    [InlineData("\u200b\u200bzero\u200dwidth")]
    [InlineData("👩🏽‍🚀👨‍👩‍👧‍👦")]
    [InlineData("ثم نفس سقطت وبالتحديد")]
    [InlineData("הָיְתָה")]
    [InlineData("Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE contact;--")]
    [InlineData("../../../etc/passwd")]
    [InlineData("\\u0041%00%0d%0a")]
    [InlineData("NaN")]
    [InlineData("1E400")]
    [InlineData("社會科學院語學研究所")]
    public void Naughty_text_may_stand_in_every_column(string naughty)
    {
        string[] headers = ["Name", "First Name", "Phone 1 - Label", "Phone 1 - Value", "E-mail 1 - Label", "E-mail 1 - Value", "Address 1 - Country", "Website 1 - Value", "Custom Field 1 - Label", "Custom Field 1 - Value", "IM 1 - Service", "IM 1 - Value", "Telegram", "WhatsApp", "User 1", "Notes"];
        for (var column = 0; column < headers.Length; column++)
        {
            var cells = headers.Select((_, index) => index == column ? $"\"{naughty.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : index == 0 ? "Harriet" : index == 3 ? "+12125550142" : "");
            var rows = Books.Read($"{string.Join(',', headers)}\n{string.Join(',', cells)}\nMilo,,,+12125550143\n", new AddressBookOptions { SearchNotes = true });
            Assert.Equal(2, rows.Count);
            Assert.Equal("Milo", rows[1].Record!.Name.Full);
            if (column == 0)
                Assert.Equal(naughty.Trim(), rows[0].Record!.Name.Full);
        }
    }

    [Fact]
    public void A_huge_value_in_every_column_is_read_or_rejected()
    {
        foreach (var header in (string[])["Phone", "E-mail", "Name", "Telegram", "Website", "Country"])
            Assert.Equal(2, Books.Read($"Nickname,{header}\nA,{new string('9', 500_000)}\nB,x\n").Count);
    }

    private static void ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            using var book = Books.Open(bytes);
            var locations = book.ReadRows().Select(static row => row.Record?.Location ?? row.Rejected!.Location).ToList();
            Assert.Equal(Enumerable.Range(1, locations.Count), locations.Select(static location => location.Record));
            Assert.Equal(locations.Select(static location => location.Line).Order().Distinct(), locations.Select(static location => location.Line));
            Assert.Equal(locations.Count, book.Report.Records + book.Report.Rejected);
        }
        catch (AddressBookException refused)
        {
            Assert.StartsWith("FILE_", refused.Code, StringComparison.Ordinal);
        }
    }

    private static string Everything(AddressBookRow row) => row.Record is { } record
        ? string.Join('\u0001', [record.Name.Full ?? "", .. record.Values.Select(static value => value.Text), .. record.Problems.Select(static problem => problem.Raw ?? "")])
        : row.Text ?? "";
}
