using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Tests.Importing;

/// <summary>The cases by which CSV readers are compared: quoting valid and not, line ends, empty fields, text in the quotes.</summary>
public sealed class CsvConformanceTests
{
    [Theory]
    [InlineData("Name,Nickname,Company\nJohn,Doe,\"120 any st., Anytown\"\n", "John|Doe|120 any st., Anytown")]
    [InlineData("Name,Nickname,Company\n1,\"\",\"\"\n2,3,4\n", "1||;2|3|4")]
    [InlineData("Name,Nickname,Company\r\n1,\"\",\"\"\r\n2,3,4\r\n", "1||;2|3|4")]
    [InlineData("Name,Nickname\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", "1|ha \"ha\" ha|;3|4|")]
    [InlineData("Name,Nickname\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n", "1|{\"type\": \"Point\", \"at\": [102.0, 0.5]}|")]
    [InlineData("Name,Nickname\nPlace,\"{\"\"c\"\":[-72.1,41.9]},x\"\n", "Place|{\"c\":[-72.1,41.9]},x|")]
    [InlineData("Name,Nickname,Company\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n", "1|2|3;Once upon \na time|5|6;7|8|9")]
    [InlineData("Name,Nickname,Company\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n", "1|2|3;Once upon \r\na time|5|6;7|8|9")]
    [InlineData("Name,Nickname\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", "1|ha \n\"ha\" \nha|;3|4|")]
    [InlineData("Name,Nickname,Company\n1,2,3\n", "1|2|3")]
    [InlineData("Name,Nickname,Company\r\n1,2,3\r\n", "1|2|3")]
    [InlineData("Name,Nickname,Company\n1,2,3\n4,5,ʤ\n", "1|2|3;4|5|ʤ")]
    public void Tables_of_the_csv_spectrum_are_read(string text, string rows) =>
        Assert.Equal(rows, string.Join(';', Books.Read(text).Select(static row => $"{row.Record!.Name.Full}|{row.Record.Name.Nickname}|{row.Record.Organization}")));

    [Theory]
    [InlineData("a", "a", false)]
    [InlineData("\"\"", null, false)]
    [InlineData("\"\"\"\"", "\"", false)]
    [InlineData("\"\"\"\"\"\"", "\"\"", false)]
    [InlineData("\"a\"", "a", false)]
    [InlineData("\"a\"\"a\"", "a\"a", false)]
    [InlineData("\"a\"\"a\"\"a\"", "a\"a\"a", false)]
    [InlineData("a\"\"a", "a\"\"a", true)]
    [InlineData("a\"a\"a", "a\"a\"a", true)]
    [InlineData(" \"\" ", "\"\"", true)]
    [InlineData(" \"a\" ", "\"a\"", true)]
    [InlineData(" \"\"", "\"\"", true)]
    [InlineData(" \"a\"", "\"a\"", true)]
    [InlineData("a\"\"\"a", "a\"\"\"a", true)]
    [InlineData("\"a\"a\"a\"", "aa\"a\"", true)]
    [InlineData("\"\" ", null, true)]
    [InlineData("\"a\" ", "a", true)]
    [InlineData("\"a\"\"\"a", "a\"a", true)]
    [InlineData("\"a\"\"a\"a", "a\"aa", true)]
    [InlineData("\"\"a", "a", true)]
    [InlineData("\"a\"a\"", "aa\"", true)]
    [InlineData("\"\"a\"a\"\"", "a\"a\"\"", true)]
    public void A_field_is_read_whatever_its_quotes_and_wrong_ones_are_reported(string field, string? name, bool reported)
    {
        var record = Books.Read($"Name,Phone\n{field},+12125550142\nMilo,+12125550143\n")[0].Record!;
        Assert.Equal(name, record.Name.Full);
        Assert.Equal(["phone:+12125550142"], Books.Values(record));
        Assert.Equal(reported, record.Problems.Any(static problem => problem.Code == "QUOTE_STRAY"));
    }

    [Theory]
    [InlineData("\"\"\"")]
    [InlineData("\"\"\"\"\"")]
    public void A_quote_that_is_not_closed_costs_its_own_row_only(string field)
    {
        var rows = Books.Read($"Name,Phone\nAda,+12125550141\n{field},+12125550142\nMilo,+12125550143\n");
        Assert.Equal(["Ada", null, "Milo"], rows.Select(static row => row.Record?.Name.Full));
        Assert.Equal("ROW_UNCLOSED_QUOTE", rows[1].Rejected!.Problems[0].Code);
        Assert.Equal($"{field},+12125550142", rows[1].Text);
    }

    [Fact]
    public void Line_ends_of_all_kinds_may_be_mixed()
    {
        var rows = Books.Read("Name,Phone\rA,+12125550141\r\nB,+12125550142\nC,+12125550143\r\rD,+12125550144");
        Assert.Equal([("A", 2), ("B", 3), ("C", 4), ("D", 6)], rows.Select(static row => (row.Record!.Name.Full!, row.Record.Location.Line)));
    }

    [Fact]
    public void Names_that_look_like_comments_are_kept() => Assert.Equal("#1 Taxi", Books.One("Name,Phone\n#1 Taxi,+12125550142\n").Name.Full);

    [Theory]
    [InlineData("Name;Street;Phone\nA;Mill Lane 1, London, UK;+12125550142\nB;Mill Lane 2, London, UK;+12125550143\n")]
    [InlineData("Name\tStreet\tPhone\nA\ta,b,c\t+12125550142\nB\ta,b,c\t+12125550143\n")]
    [InlineData("\"sep=;\"\nName;Street;Phone\nA;x;+12125550142\nB;y;+12125550143\n")]
    public void The_separator_is_found_past_others_in_the_cells(string text) => Assert.Equal(["A", "B"], Books.Read(text).Select(static row => row.Record!.Name.Full!));

    [Fact]
    public void The_owner_may_name_the_separator() => Assert.Equal("A", Books.One("Name~Phone\nA~+12125550142\n", new AddressBookOptions { Separator = AddressBookOptions.FindSeparator("~") }).Name.Full);
}
