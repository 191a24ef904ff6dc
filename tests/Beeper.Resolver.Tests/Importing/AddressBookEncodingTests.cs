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
    [InlineData("Ð\u009fÐµÑ\u0082Ñ\u0080Ð¾Ð² Ð\u0098Ð²Ð°Ð½", "Петров Иван")]
    [InlineData("Ã\u0087aÄ\u009frÄ± Å\u009eahin", "Çağrı Şahin")]
    [InlineData("Å\u0081ukasz Å»Ã³Å\u0082Ä\u0087", "Łukasz Żółć")]
    [InlineData("å±±ç\u0094°å¤ªé\u0083\u008e", "山田太郎")]
    [InlineData("РџРµС‚СЂРѕРІ", "Петров")]
    [InlineData("Рё", "Рё")]
    [InlineData("Сергей Ромашов", "Сергей Ромашов")]
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

    [Theory]
    [InlineData("windows-1252", "Zoë,Jürgen,Søren,Begoña,João,Hélène")]
    [InlineData("windows-1250", "Łukasz,Jiří,Grażyna,Ľuboš,Ágnes,Wiśniewski")]
    [InlineData("windows-1251", "Анна,Сергей,Дмитрий,Олена,Петрова")]
    [InlineData("windows-1253", "Γιώργος,Άννα,Παπαδόπουλος,Ελένη")]
    [InlineData("windows-1254", "Şule,Çağrı,İrem,Gündoğdu,Yıldız")]
    [InlineData("windows-1255", "דוד,כהן,שרה,מרים")]
    [InlineData("windows-1256", "محمد,فاطمة,العلي,الزهراء")]
    [InlineData("windows-1257", "Jānis,Bērziņš,Žydrūnas,Ķēniņš")]
    [InlineData("shift_jis", "山田,太郎,サンプル,佐藤")]
    [InlineData("gb2312", "王伟,李秀英,北京,张敏")]
    [InlineData("ks_c_5601-1987", "김민수,박지영,이서연")]
    [InlineData("big5", "陳小明,林美玲,台北")]
    [InlineData("koi8-r", "Анна,Сергей,Дмитрий,Петрова")]
    [InlineData("ibm850", "José,Muñoz,Jürgen,Größe")]
    [InlineData("macintosh", "Zoë,José,Peña,Brontë", "\r")]
    public void Under_a_header_in_ascii_the_rows_tell_the_code_page(string page, string names, string lineEnd = "\r\n")
    {
        var text = string.Join(lineEnd, names.Split(',').Select(static (name, n) => $"{name},+121255501{n:00}").Prepend("First Name,Mobile Phone")) + lineEnd;
        using var book = Books.Open(Books.Page(page).GetBytes(text));
        Assert.Equal(names.Split(','), book.ReadRows().Select(static row => row.Record!.Name.Given!));
        Assert.Equal(page, book.Layout.Encoding);
    }

    [Fact]
    public void A_word_that_every_western_page_writes_alike_leaves_the_western_page() =>
        Assert.Equal("windows-1252", Books.Open(Books.Page("windows-1252").GetBytes("Name,Phone\nRenée,+12125550142\n")).Layout.Encoding);

    [Fact]
    public void Rows_far_behind_the_start_tell_the_code_page_too()
    {
        var ascii = string.Concat(Enumerable.Range(0, 6000).Select(static n => $"Person {n},+121255501{n % 100:00}\n"));
        using var book = Books.Open(Books.Page("windows-1251").GetBytes($"Name,Phone\n{ascii}Анна Петрова,+12125550142\n"));
        Assert.Equal("Анна Петрова", book.ReadRows().Last().Record!.Name.Full);
    }

    [Fact]
    public void Stray_lines_of_a_utf8_file_may_be_of_another_page_than_the_western()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes("Name,Phone\nZoë,+12125550101\nJosé,+12125550102\n"), .. Books.Page("windows-1251").GetBytes("Анна Петрова,+12125550103\n")];
        Assert.Equal("Анна Петрова", Books.Read(text)[^1].Record!.Name.Full);
    }
}
