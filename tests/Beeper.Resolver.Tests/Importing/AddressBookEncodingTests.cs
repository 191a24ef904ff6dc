using System.Text;
using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Tests.Importing;

public sealed class AddressBookEncodingTests
{
    private const string Text = "Name,Phone\nZoë Brontë,+12125550142\n";

    [Theory]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16BE", true, "utf-16BE")]
    [InlineData("utf-16BE", false, "utf-16BE")]
    [InlineData("utf-32", true, "utf-32")]
    [InlineData("windows-1252", false, "windows-1252")]
    public void Unicode_is_found_with_and_without_mark(string name, bool marked, string reported)
    {
        var encoding = Books.Page(name);
        using var book = Books.Open([.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);
        Assert.Equal("Zoë Brontë", Assert.Single(book.ReadRows()).Record!.Name.Full);
        Assert.Equal(reported, book.Layout.Encoding);
    }

    [Fact]
    public void A_mark_written_twice_is_dropped_twice() => Assert.Equal("Name", Books.Open($"\uFEFF\uFEFF{Text}").Layout.Columns[0].Header);

    [Fact]
    public void Utf16_without_mark_is_found_in_a_file_of_chinese_text()
    {
        var bytes = new UnicodeEncoding(bigEndian: false, byteOrderMark: false).GetBytes("姓名,手机\n" + string.Concat(Enumerable.Repeat("王小明,13912345678\n", 20)));
        Assert.Equal("王小明", Books.Read(bytes)[0].Record!.Name.Full);
    }

    [Fact]
    public void Single_lines_of_a_code_page_in_a_utf8_file_are_decoded_by_themselves()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Name,Phone\nJosé,+12125550141\nBjörk,+12125550142\n"), .. Encoding.Latin1.GetBytes("Zoë,+12125550143\n"), .. Encoding.UTF8.GetBytes("Ирина,+12125550144\n")];
        using var book = Books.Open(bytes);
        Assert.Equal(["José", "Björk", "Zoë", "Ирина"], book.ReadRows().Select(static row => row.Record!.Name.Full!));
        Assert.Equal("utf-8, 1 line windows-1252", book.Layout.Encoding);
    }

    [Theory]
    [InlineData("ZoÃ«", "Zoë")]
    [InlineData("JosÃ© NÃºÃ±ez", "José Núñez")]
    [InlineData("Lâ€™HuÃ®tre", "L’Huître")]
    [InlineData("ZoÃƒÂ«", "Zoë")]
    [InlineData("JOÃO", "JOÃO")]
    [InlineData("Ângela", "Ângela")]
    [InlineData("Ã", "Ã")]
    [InlineData("naïve Œuvre", "naïve Œuvre")]
    public void Text_that_was_decoded_wrongly_once_is_repaired_only_where_that_is_sure(string written, string meant) =>
        Assert.Equal(meant, Books.One($"Name,Phone\n{written},+12125550142\n").Name.Full);

    [Fact]
    public void The_owner_may_name_the_encoding()
    {
        var bytes = Books.Page("windows-1251").GetBytes("Name,Phone\nИрина,+12125550142\n");
        Assert.Equal("Ирина", Assert.Single(Books.Read(bytes, new AddressBookOptions { Encoding = AddressBookOptions.FindEncoding("1251") })).Record!.Name.Full);
    }

    [Fact]
    public void An_encoding_nobody_knows_is_refused() => Assert.Equal("ENCODING_UNKNOWN", Assert.Throws<AddressBookException>(static () => AddressBookOptions.FindEncoding("klingon")).Code);

    [Fact]
    public void A_character_cut_by_the_end_of_a_buffer_is_whole()
    {
        for (var pad = 0; pad < 4; pad++)
        {
            var text = $"Name,Phone,Notes\n{new string('x', pad)},+12125550141,{string.Concat(Enumerable.Repeat("é€𝄞", 60_000))}\nZoë,+12125550142,\n";
            using var book = Books.Open(text);
            Assert.Equal("Zoë", book.ReadRows().Last().Record!.Name.Full);
            Assert.Equal("utf-8", book.Layout.Encoding);
        }
    }
}
