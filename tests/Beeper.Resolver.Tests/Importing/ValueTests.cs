namespace Beeper.Resolver.Tests.Importing;

public sealed class ValueTests
{
    [Theory]
    [InlineData("07700 900138 / 07700 900139", "07700 900138|07700 900139")]
    [InlineData("07700 900140;07700 900141", "07700 900140|07700 900141")]
    [InlineData("\"07700 900140\n07700 900141\"", "07700 900140|07700 900141")]
    [InlineData("07700 900140 ::: 07700 900141", "07700 900140|07700 900141")]
    [InlineData("\"07700 900140, 07700 900141\"", "07700 900140|07700 900141")]
    [InlineData("07700 900140;", "07700 900140")]
    [InlineData("030 / 23125 014", "030 / 23125 014")]
    [InlineData("+1 206 555 0119 x45", "+1 206 555 0119 x45")]
    [InlineData("tel:+1-212-555-0142;ext=12", "+1-212-555-0142 ext. 12")]
    [InlineData("sms:+12125550142?body=hi", "+12125550142")]
    [InlineData("4.477009E+6", "4477009")]
    [InlineData("4.47700900123E+11", "+447700900123")]
    [InlineData("4.47700900123000E+11", "+447700900123")]
    [InlineData("447700900127.00", "447700900127")]
    [InlineData("=\"07700900128\"", "07700900128")]
    public void A_phone_cell_gives_its_numbers(string cell, string numbers) =>
        Assert.Equal(numbers.Split('|'), Books.One($"Name,Phone\nA,{cell}\n").Values.Select(static value => value.Text));

    [Theory]
    [InlineData("4.477E+11", "PHONE_PRECISION_LOST")]
    [InlineData("4.47700900123456E+11", "PHONE_PRECISION_LOST")]
    [InlineData("#REF!", "PHONE_SPREADSHEET_ERROR")]
    [InlineData("#N/A", "PHONE_SPREADSHEET_ERROR")]
    [InlineData("#DIV/0!", "PHONE_SPREADSHEET_ERROR")]
    [InlineData("########", "PHONE_SPREADSHEET_ERROR")]
    [InlineData("=A1+B1", "PHONE_EVALUATED")]
    [InlineData("-445", "PHONE_EVALUATED")]
    [InlineData("Sep-01", "PHONE_DATE")]
    [InlineData("2024-05-01", "PHONE_DATE")]
    [InlineData("01/09/2024", "PHONE_DATE")]
    [InlineData("unknown", "PHONE_PLACEHOLDER")]
    [InlineData("#31#", "PHONE_SERVICE_CODE")]
    [InlineData("ask his sister", "PHONE_NOT_A_NUMBER")]
    public void A_damaged_number_is_rejected_with_the_reason_and_never_filled_up(string cell, string code)
    {
        var record = Books.One($"Name,Phone\nA,{cell}\n");
        Assert.Empty(record.Values);
        Assert.Equal((code, "Phone", cell, 2), record.Problems.Select(static problem => (problem.Code, problem.Column!, problem.Raw!, problem.Field)).Single());
    }

    [Theory]
    [InlineData("a@example.com;b@example.org", "a@example.com|b@example.org")]
    [InlineData("\"a@example.com, b@example.org\"", "a@example.com|b@example.org")]
    [InlineData("a@example.com b@example.org", "a@example.com|b@example.org")]
    [InlineData("Harriet Quill <h@example.com>", "Harriet Quill <h@example.com>")]
    [InlineData("\"Quill, Harriet <h@example.com>; Milo <m@example.com>\"", "Quill, Harriet <h@example.com>|Milo <m@example.com>")]
    [InlineData("mailto:h@example.com", "mailto:h@example.com")]
    public void An_email_cell_gives_its_addresses(string cell, string addresses) =>
        Assert.Equal(addresses.Split('|'), Books.One($"Name,E-mail\nA,{cell}\n").Values.Select(static value => value.Text));

    [Fact]
    public void An_exchange_address_is_dropped_and_the_display_name_may_hold_the_real_one()
    {
        var record = Books.One("First Name,E-mail Address,E-mail Type,E-mail Display Name\nMarcus,/o=Org/cn=Recipients/cn=marcus,EX,Marcus Albrecht (marcus@example.com)\n");
        Assert.Equal(["email:marcus@example.com"], Books.Values(record));
        Assert.Equal("EMAIL_X500", Assert.Single(record.Problems).Code);
    }

    [Theory]
    [InlineData("Mobil", "mobile")]
    [InlineData("* Mobil", "mobile*")]
    [InlineData("携帯", "mobile")]
    [InlineData("Télécopieur professionnel", "work fax")]
    [InlineData("Komórkowy", "mobile")]
    [InlineData("Ältere Nummer", "ältere nummer")]
    [InlineData("*", "*")]
    public void A_label_is_understood_in_any_language(string cell, string label) =>
        Assert.Equal([$"phone{(label[0] == '*' ? "" : " ")}{label}:+12125550142"], Books.Values(Books.One($"First Name,Phone 1 - Label,Phone 1 - Value\nA,{cell},+12125550142\n")));

    [Theory]
    [InlineData("WhatsApp", "+12125550142", "phone whatsapp@whatsapp:+12125550142")]
    [InlineData("WhatsApp Phone Number", "+12125550142", "phone whatsapp@whatsapp:+12125550142")]
    [InlineData("WhatsApp", "12125550142@s.whatsapp.net", "phone whatsapp@whatsapp:+12125550142")]
    [InlineData("Signal", "ada.42", "handle@signal:ada.42")]
    [InlineData("Telegram", "+1 212 555 0142", "phone telegram@telegram:+1 212 555 0142")]
    [InlineData("LinkedIn Profile URL", "https://www.linkedin.com/in/ada", "handle@linkedin:https://www.linkedin.com/in/ada")]
    [InlineData("Messenger ID3", "ada", "handle:ada")]
    [InlineData("User 2", "skype:ada.l?chat", "handle@skype:ada.l")]
    [InlineData("Custom 1", "telegram: @ada", "handle@telegram:@ada")]
    [InlineData("IMAddress", "@ada:example.org", "handle@matrix:@ada:example.org")]
    [InlineData("Website", "mailto:ada@example.org", "email:mailto:ada@example.org")]
    public void A_handle_keeps_its_network(string header, string cell, string value) => Assert.Equal([value], Books.Values(Books.One($"Name,{header}\nA,{cell}\n")));

    [Fact]
    public void Notes_are_searched_only_when_asked_and_only_for_lines_that_name_a_network()
    {
        const string Text = "Name,Notes\nA,\"met in May\ntelegram: @ada_l\nsee https://example.org\"\n";
        Assert.Empty(Books.One(Text).Values);
        Assert.Equal(["handle@telegram:@ada_l"], Books.Values(Books.One(Text, new() { SearchNotes = true })));
    }

    [Theory]
    [InlineData("First Name,Home Country,Business Country,Home Phone,Business Phone,Mobile Phone\nA,Deutschland,Österreich,030 23125 014,01 234 5678,0152 28817386\n", "DE,AT,DE")]
    [InlineData("Name,Country,Phone\nA,Vereinigtes Königreich,07700 900123\n", "GB")]
    [InlineData("Name,Country Code,Phone\nA,+44,07700 900123\n", "GB")]
    [InlineData("Name,Mobile,Phone\nA,+4915228817386,030 23125 014\n", ",DE")]
    [InlineData("Name,Phone\nA,030 23125 014\nB,+4915228817386\nC,+4915228817387\nD,+12125550142\n", "DE,,,")]
    [InlineData("Name,Phone\nA,030 23125 014\nB,+4915228817386\nC,+12125550142\n", ",,")]
    public void A_national_number_takes_the_region_of_its_label_then_the_row_then_the_file(string text, string regions) =>
        Assert.Equal(regions, string.Join(',', Books.Read(text).SelectMany(static row => row.Record!.Values).Select(static value => value.Region)));

    [Fact]
    public void An_apostrophe_that_guards_against_formulas_is_no_part_of_the_text()
    {
        var record = Books.One("Name,Nickname,Phone,Telegram\n'=Quill,'tHooft,'+12125550142,'@hattie\n");
        Assert.Equal(("=Quill", "'tHooft"), (record.Name.Full, record.Name.Nickname));
        Assert.Equal(["phone:+12125550142", "handle@telegram:@hattie"], Books.Values(record));
    }

    [Fact]
    public void Other_peoples_columns_are_never_the_contacts()
    {
        var record = Books.One("First Name,Mobile Phone,Assistant's Phone,Assistant's Name,Manager's Name,Spouse,Referred By,Contact owner\nA,+12125550142,+12125550143,An,Ma,Sp,Re,owner@example.com\n");
        Assert.Equal(["phone mobile:+12125550142"], Books.Values(record));
    }

    [Theory]
    [InlineData("Mobile: +12125550101, Home: +12125550102", "phone mobile:+12125550101|phone home:+12125550102")]
    [InlineData("Home: 020 7946 0001 Work: 020 7946 0002", "phone home:020 7946 0001|phone work:020 7946 0002")]
    [InlineData("+12125550101 or +12125550102", "phone:+12125550101|phone:+12125550102")]
    [InlineData("+12125550101 & +12125550102", "phone:+12125550101|phone:+12125550102")]
    [InlineData("+12125550101 (work)", "phone work:+12125550101")]
    [InlineData("+12125550101 (Bob)", "phone:+12125550101")]
    [InlineData("WhatsApp: +12125550101", "phone whatsapp@whatsapp:+12125550101")]
    [InlineData("Bob: +12125550101", "phone:+12125550101")]
    [InlineData("+12125550101 ext 12", "phone:+12125550101 ext 12")]
    [InlineData("ann@example.com", "email:ann@example.com")]
    public void Words_beside_a_number_are_its_label(string cell, string values) => Assert.Equal(values.Split('|'), Books.Values(Books.One($"Name,Phone\nA,\"{cell}\"\n")));

    [Theory]
    [InlineData("(212) KL5-0142", "PHONE_LETTERS")]
    [InlineData("O7700 900157", "PHONE_LETTERS")]
    [InlineData("447700900165E", "PHONE_LETTERS")]
    [InlineData("00000000000", "PHONE_PLACEHOLDER")]
    public void A_number_that_is_none_is_rejected_before_anybody_guesses(string cell, string code) => Assert.Equal(code, Assert.Single(Books.One($"Name,Phone\nA,{cell}\n").Problems).Code);

    [Theory]
    [InlineData("smtp:a@example.com", "email:a@example.com")]
    [InlineData("Email: a@example.com", "email:a@example.com")]
    [InlineData("a@example.com#mailto:a@example.com#", "email:a@example.com")]
    [InlineData("=HYPERLINK(\"\"mailto:a@example.com\"\",\"\"a\"\")", "email:mailto:a@example.com")]
    [InlineData("a@example.com / b@example.com", "email:a@example.com|email:b@example.com")]
    [InlineData("+1 212 555 0101", "phone:+1 212 555 0101")]
    public void What_programs_write_around_an_address_is_taken_off(string cell, string values) => Assert.Equal(values.Split('|'), Books.Values(Books.One($"Name,E-mail\nA,\"{cell}\"\n")));

    [Fact]
    public void A_placeholder_is_no_address() => Assert.Equal("EMAIL_PLACEHOLDER", Assert.Single(Books.One("Name,E-mail\nA,n/a\n").Problems).Code);

    [Theory]
    [InlineData("Fax (privat)", "home fax")]
    [InlineData("Mobile 2", "mobile")]
    [InlineData("Textphone", "fax")]
    [InlineData("직장", "work")]
    public void A_label_nobody_listed_is_told_by_its_words(string cell, string label) => Assert.Equal(label, Books.One($"Name,Phone 1 - Label,Phone 1 - Value\nA,{cell},+12125550142\n").Values[0].Label);

    [Theory]
    [InlineData("Korea (Republic of)", "KR")]
    [InlineData("Moldova, Republic of", "MD")]
    [InlineData("MDA", "MD")]
    [InlineData("香港", "HK")]
    public void A_country_is_understood_in_the_forms_of_the_standard(string country, string region) => Assert.Equal(region, Books.One($"Name,Phone,Country\nA,555 0142,\"{country}\"\n").Values[0].Region);

    [Theory]
    [InlineData("telegram @hattiequill", "handle@telegram:@hattiequill")]
    [InlineData("Signal +44 7700 900123", "phone signal@signal:+44 7700 900123")]
    [InlineData("line of work", null)]
    public void A_free_text_that_names_a_network_and_a_signed_address_is_read(string text, string? value) =>
        Assert.Equal(value is null ? [] : [value], Books.Values(Books.One($"Name,User 1\nHarriet,{text}\n")));

    [Fact]
    public void Labels_behind_addresses_of_one_cell_are_kept() =>
        Assert.Equal(["email work:k@example.com (Work)", "email home:k2@example.com (Home)"], Books.Values(Books.One("Name,Email\nKim,\"k@example.com (Work), k2@example.com (Home)\"\n")));
}
