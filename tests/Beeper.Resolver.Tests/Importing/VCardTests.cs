using System.Text;

namespace Beeper.Resolver.Tests.Importing;

public sealed class VCardTests
{
    private static string Card(string lines) => $"BEGIN:VCARD\nVERSION:3.0\nFN:A\n{lines}\nEND:VCARD\n";

    [Theory]
    [InlineData("TEL;CELL:+12125550142", "phone mobile:+12125550142")]
    [InlineData("TEL;TYPE=CELL,VOICE:+12125550142", "phone mobile:+12125550142")]
    [InlineData("TEL;type=\"cell,voice\";PREF=1:+12125550142", "phone mobile*:+12125550142")]
    [InlineData("tel;type=work;type=fax:+12125550142", "phone work fax:+12125550142")]
    [InlineData("TEL:+1212\n 5550142", "phone:+12125550142")]
    [InlineData("item1.TEL:+12125550142\nitem1.X-ABLabel:_$!<Mobile>!$_", "phone mobile:+12125550142")]
    [InlineData("item1.TEL:+12125550142\nitem1.X-ABLabel:Garden\\, shed", "phone garden, shed:+12125550142")]
    [InlineData("EMAIL;PREF;INTERNET:a@example.com", "email*:a@example.com")]
    [InlineData("IMPP;X-SERVICE-TYPE=Skype:skype:ada.l", "handle@skype:ada.l")]
    [InlineData("IMPP:telegram:ada_l", "handle@telegram:ada_l")]
    [InlineData("IMPP;X-SERVICE-TYPE=Jabber;type=HOME:xmpp:ada@example.org", "handle@jabber:ada@example.org")]
    [InlineData("X-SOCIALPROFILE;type=twitter;x-user=ada:http://twitter.com/ada", "handle@twitter:ada")]
    [InlineData("X-SOCIALPROFILE;type=instagram:https://instagram.com/ada", "url:https://instagram.com/ada")]
    [InlineData("X-SOCIALPROFILE;type=telegram:x-apple:ada_l", "handle@telegram:ada_l")]
    [InlineData("X-SIGNAL:+12125550142", "phone signal@signal:+12125550142")]
    [InlineData("X-MATRIX:@ada:example.org", "handle@matrix:@ada:example.org")]
    [InlineData("URL:https://t.me/ada_l", "url:https://t.me/ada_l")]
    [InlineData("TEL:(212) 555-0142\nADR:;;12 Mill Lane;New York;NY;10001;USA", "phone/US:(212) 555-0142")]
    [InlineData("TEL:(212) 555-0142\nitem1.ADR:;;12 Mill Lane;;;;\nitem1.X-ABADR:us", "phone/US:(212) 555-0142")]
    public void A_property_is_read_in_every_spelling(string lines, string value) => Assert.Equal([value], Books.Values(Books.One(Card(lines))));

    [Fact]
    public void Quoted_printable_text_keeps_its_character_set()
    {
        var record = Books.One("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=F0=E8=ED=E0\nTEL:+12125550142\nEND:VCARD\n");
        Assert.Equal("Ирина", record.Name.Full);
    }

    [Fact]
    public void Bytes_of_a_code_page_are_read_as_western_text()
    {
        var rows = Books.Read(Encoding.Latin1.GetBytes(Card("TEL:+12125550142").Replace("FN:A", "FN:Zoë", StringComparison.Ordinal)));
        Assert.Equal("Zoë", rows[0].Record!.Name.Full);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cards_in_utf16_are_read(bool marked)
    {
        byte[] bytes = [.. marked ? Encoding.Unicode.GetPreamble() : [], .. Encoding.Unicode.GetBytes(Card("TEL:+12125550142"))];
        Assert.Equal(["phone:+12125550142"], Books.Values(Books.Read(bytes)[0].Record!));
    }

    [Fact]
    public void A_photo_of_many_megabytes_is_passed_over()
    {
        var photo = new StringBuilder("PHOTO;ENCODING=b;TYPE=JPEG:");
        for (var line = 0; line < 80_000; line++)
            photo.Append("\n /9j/4AAQSkZJRgABAQAAAQABAAD2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUG");
        var record = Books.One(Card($"{photo}\nTEL:+12125550142"));
        Assert.Equal(["phone:+12125550142"], Books.Values(record));
    }

    [Fact]
    public void A_photo_that_is_not_folded_spoils_nothing() =>
        Assert.Equal(["phone:+12125550142"], Books.Values(Books.One(Card("PHOTO;BASE64:\n/9j/4AAQSkZJRgABAQ\nAAAQABAAD2wBD==\n\nTEL:+12125550142"))));

    [Fact]
    public void A_card_too_large_costs_itself_only()
    {
        var rows = Books.Read($"{Card($"TITLE:{new string('x', 3_000_000)}")}{Card("TEL:+12125550142")}", new() { MaxRecordSize = 1 << 16 });
        Assert.Equal(2, rows.Count);
        Assert.Equal(["phone:+12125550142"], Books.Values(rows[1].Record!));
    }

    [Fact]
    public void A_name_in_parts_is_unescaped()
    {
        var name = Books.One("BEGIN:VCARD\nVERSION:3.0\nN:O\\;Neil;Sam\\, the;Q.;Dr.;PhD\nTEL:+12125550142\nEND:VCARD\n").Name;
        Assert.Equal(("O;Neil", "Sam, the", "Q.", "Dr.", "PhD"), (name.Family, name.Given, name.Middle, name.Prefix, name.Suffix));
    }

    [Fact]
    public void Cards_of_a_code_page_that_name_none_are_decoded_by_their_text()
    {
        using var book = Books.Open(Books.Page("windows-1251").GetBytes("BEGIN:VCARD\nVERSION:2.1\nFN:Анна Петрова\nTEL:+12125550142\nEND:VCARD\n"));
        Assert.Equal("Анна Петрова", Assert.Single(book.ReadRows()).Record!.Name.Full);
        Assert.Equal("windows-1251", book.Layout.Encoding);
    }

    [Fact]
    public void Text_between_cards_is_kept_once() => Assert.Equal("garbage\n", Books.Read("BEGIN:VCARD\nFN:A\nEND:VCARD\ngarbage\nBEGIN:VCARD\nFN:B\nEND:VCARD\n")[1].Text);

    [Fact]
    public void A_list_of_nicknames_gives_the_first() => Assert.Equal("One", Books.One("BEGIN:VCARD\nFN:A\nNICKNAME:One,Two\nEND:VCARD\n").Name.Nickname);

    [Fact]
    public void Text_above_the_first_card_is_rejected_and_the_cards_are_read()
    {
        var rows = Books.Read("Exported today\nBEGIN:VCARD\nVERSION:3.0\nFN:Ida Bell\nTEL:+12125550142\nEND:VCARD\n");
        Assert.Equal("ROW_OUTSIDE_CARD", rows[0].Rejected!.Problems[0].Code);
        Assert.Equal("Ida Bell", rows[1].Record!.Name.Full);
    }
}
