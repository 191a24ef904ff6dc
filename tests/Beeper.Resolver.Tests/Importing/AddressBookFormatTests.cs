using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Tests.Importing;

public sealed class AddressBookFormatTests
{
    [Fact]
    public void Hubspot_owner_columns_are_not_the_contact()
    {
        using var book = Books.Open("Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Country/Region,Lead Status,Create Date,Mobile Phone Number,Twitter Username,Additional email addresses\n"
            + "151,Harriet,Quill,Harriet.Quill@Example.com,212-555-0143,owner@example.net,Quill & Sons,United States,NEW,2024-03-01 10:15,(212) 555-0142,hattiequill,h@example.org;q@example.org\n152,,,,,owner@example.net,,,,2024-03-02,,,\n");
        var rows = book.ReadRows().ToList();
        Assert.Equal("hubspot", book.Layout.Format);
        Assert.Equal(["email:Harriet.Quill@Example.com", "phone/US:212-555-0143", "phone mobile/US:(212) 555-0142", "handle@twitter:hattiequill", "email:h@example.org", "email:q@example.org"], Books.Values(rows[0].Record!));
        Assert.Equal("ROW_NO_CONTENT", rows[1].Rejected!.Problems[0].Code);
    }

    [Fact]
    public void Pipedrive_columns_of_the_deal_and_the_organisation_are_not_the_person()
    {
        using var book = Books.Open("Person - Name,Person - First name,Person - Last name,Person - Phone - Work,Person - Phone - Mobile,Person - Email - Work,Person - Email - Home,Person - Country of Postal address,Person - Owner,Deal - Title,Organization - Phone\n"
            + "Harriet Quill,Harriet,Quill,\"020 7946 0018, 020 7946 0019\",07700 900123,harriet.quill@example.com,h@example.org,United Kingdom,Admin User,Boats,0113 496 0012\n");
        var record = Assert.Single(book.ReadRows()).Record!;
        Assert.Equal("pipedrive", book.Layout.Format);
        Assert.Equal("Harriet Quill", record.Name.Full);
        Assert.Equal(["phone work/GB:020 7946 0018", "phone work/GB:020 7946 0019", "phone mobile/GB:07700 900123", "email work:harriet.quill@example.com", "email home:h@example.org"], Books.Values(record));
    }

    [Fact]
    public void Mailchimp_takes_the_country_from_its_code()
    {
        using var book = Books.Open("\"Email Address\",\"First Name\",\"Last Name\",Address,\"Phone Number\",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS\n"
            + "jo@example.net,Jo,Quill,,07700 900200,2,\"2024-01-02 10:11:12\",203.0.113.9,\"2024-01-02 10:11:12\",51.5,-0.1,0,1,Europe/London,gb,eng,\"2024-01-02 10:11:12\",123456789,0a1b2c,,\"\"\"VIP\"\",\"\"Blog\"\"\"\n");
        Assert.Equal(["email:jo@example.net", "phone/GB:07700 900200"], Books.Values(Assert.Single(book.ReadRows()).Record!));
        Assert.Equal("mailchimp", book.Layout.Format);
    }

    [Fact]
    public void Linkedin_contacts_hold_lists_in_their_cells()
    {
        using var book = Books.Open("Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles\n"
            + "MOBILE_CONTACTS,Erika,Vance,Acme,,\"erika@example.com,e.v@example.org\",\"+12125550142,+12125550143\",2020-01-02,,,skype:erika.v,Erika Vance,,,,https://www.linkedin.com/in/erikavance\n");
        Assert.Equal(["email:erika@example.com", "email:e.v@example.org", "phone:+12125550142", "phone:+12125550143", "handle@skype:erika.v", "url:https://www.linkedin.com/in/erikavance"], Books.Values(Assert.Single(book.ReadRows()).Record!));
        Assert.Equal("linkedin-contacts", book.Layout.Format);
    }

    [Fact]
    public void French_outlook_uses_one_word_for_the_honorific_and_the_job()
    {
        var bytes = Books.Page("windows-1252").GetBytes("\"Titre\",\"Prénom\",\"Deuxième prénom\",\"Nom\",\"Suffixe\",\"Société\",\"Service\",\"Titre\",\"Pays (bureau)\",\"Téléphone (bureau)\",\"Téléphone (domicile)\",\"Tél. mobile\",\"Téléphone de l'assistant(e)\",\"Adresse de messagerie\",\"Adresse de messagerie 2\"\r\n"
            + ",\"Côme\",,\"d’Aubigné\",,\"L’Huître\",,\"Directeur\",\"France\",\"01 99 00 12 34\",,\"06 39 98 12 34\",\"06 39 98 99 99\",\"come@example.org\",\"c@example.net\"\r\n");
        using var book = Books.Open(bytes);
        var record = Assert.Single(book.ReadRows()).Record!;
        Assert.Equal("outlook", book.Layout.Format);
        Assert.Null(record.Name.Prefix);
        Assert.Equal("L’Huître", record.Organization);
        Assert.Equal(["phone work/FR:01 99 00 12 34", "phone mobile/FR:06 39 98 12 34", "email:come@example.org", "email:c@example.net"], Books.Values(record));
    }

    [Theory]
    [InlineData("Primeiro nome,Segundo nome,Sobrenome,Apelido,Celular,E-mail Address\nInês,,Duarte,Nê,11 96123-4567,ines@example.com\n", "Duarte", "Nê")]
    [InlineData("Primeiro nome,Outros nomes/apelidos,Apelido,Telemóvel,Endereço de correio electrónico\nInês,,Duarte,912 345 678,ines@example.com\n", "Duarte", null)]
    public void A_word_of_two_meanings_takes_that_of_the_other_columns_language(string text, string family, string? nickname)
    {
        var record = Books.One(text);
        Assert.Equal((family, nickname), (record.Name.Family, record.Name.Nickname));
    }

    [Theory]
    [InlineData("Name;Vorname;Handy\nQuill;Harriet;0152 28817386\n", null, "Quill")]
    [InlineData("Name;Handy;E-Mail\nHarriet Quill;0152 28817386;h@example.org\n", "Harriet Quill", null)]
    [InlineData("Name,Phone\nHarriet Quill,212-555-0146\n", "Harriet Quill", null)]
    public void The_word_name_is_the_family_name_only_beside_a_given_name(string text, string? full, string? family)
    {
        var record = Books.One(text);
        Assert.Equal((full, family), (record.Name.Full, record.Name.Family));
    }

    [Theory]
    [InlineData("windows-1252", "Vorname,Nachname,Mobiltelefon,Telefon geschäftlich\nJürgen,Weißhaupt,0152 28817386,\n", "Jürgen")]
    [InlineData("windows-1250", "Imię,Nazwisko,Telefon komórkowy,Telefon służbowy\nŁucja,Żak,512 345 678,\n", "Łucja")]
    [InlineData("windows-1251", "Имя;Фамилия;Мобильный телефон\nИрина;Лапина;8 912 345-67-89\n", "Ирина")]
    [InlineData("koi8-r", "Имя;Фамилия;Мобильный телефон\nИрина;Лапина;8 912 345-67-89\n", "Ирина")]
    [InlineData("windows-1257", "Eesnimi,Perekonnanimi,Mobiiltelefon,Töötelefon,Muu telefon,Tööfaks\nÕnne,Kask,5123 4567,,,\n", "Õnne")]
    [InlineData("shift_jis", "姓,名,携帯電話,電子メール アドレス\n山田,太郎,090-1234-5678,taro@example.org\n", "太郎")]
    [InlineData("big5", "姓,名,行動電話,電子郵件地址\n王,小明,0912 345 678,m@example.org\n", "小明")]
    [InlineData("gb2312", "姓,名,移动电话,电子邮件地址\n王,小明,139 1234 5678,m@example.org\n", "小明")]
    public void A_code_page_is_told_by_the_header_words_it_makes(string page, string text, string given)
    {
        using var book = Books.Open(Books.Page(page).GetBytes(text));
        Assert.Equal(given, Assert.Single(book.ReadRows()).Record!.Name.Given);
    }

    [Fact]
    public void Thunderbird_writes_tabs_and_local_headers()
    {
        var record = Books.One("Vorname\tNachname\tAnzeigename\tSpitzname\tPrimäre E-Mail-Adresse\tSekundäre E-Mail-Adresse\tMessenger-Name\tTel. dienstlich\tTel. privat\tFax-Nummer\tPager-Nummer\tMobil-Tel.-Nr.\tPrivat: Land\nPriya\tNandakumar\tPriya N.\t\tpriya@example.org\t\t\t030 23125 014\t\t\t\t0152 28817386\tDeutschland\n");
        Assert.Equal(["email:priya@example.org", "phone work/DE:030 23125 014", "phone mobile/DE:0152 28817386"], Books.Values(record));
    }

    [Fact]
    public void Numbered_columns_have_no_limit_and_their_labels_are_read_per_row()
    {
        var header = string.Join(',', Enumerable.Range(1, 60).SelectMany(static n => new[] { $"Phone {n} - Label", $"Phone {n} - Value" }));
        string Row(string label, string phone) => $"Harriet,{string.Concat(Enumerable.Repeat(",", 118))}{label},{phone}\n";
        var rows = Books.Read($"First Name,{header}\n{Row("Mobile", "+12125550142")}{Row("Work", "+12125550143")}");
        Assert.Equal(["phone mobile:+12125550142"], Books.Values(rows[0].Record!));
        Assert.Equal(["phone work:+12125550143"], Books.Values(rows[1].Record!));
    }

    [Theory]
    [InlineData("Name,Email1-Value,Phone2 type,Phone2 number,phone_1\nA,a@example.com,Home,+12125550142,+12125550143\n", "email:a@example.com|phone home:+12125550142|phone:+12125550143")]
    [InlineData("Name,Direct Work Phone,Personal e-mail,Cell #,Fax No.\nA,+12125550142,a@example.com,+12125550143,+12125550144\n", "phone work:+12125550142|email home:a@example.com|phone mobile:+12125550143|phone fax:+12125550144")]
    [InlineData("Name,Photo,Phone Type,Phone Country Code,Phone\nA,p.jpg,x,44,+12125550142\n", "phone:+12125550142")]
    public void Other_ways_to_write_headers_are_understood_by_their_words(string text, string values) => Assert.Equal(values.Split('|'), Books.Values(Books.One(text)));

    [Fact]
    public void A_column_nobody_can_name_is_told_by_twenty_cells_of_one_kind()
    {
        string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(static n => $"P{n},+121255501{n:00}\n"));
        Assert.Equal(AddressField.Phone, Books.Open($"Name,Kontaktweg\n{Rows(20)}").Layout.Columns[1].Field);
        Assert.Throws<AddressBookException>(() => Books.Open($"Foo,Bar\n{string.Concat(Enumerable.Repeat("x,y\n", 30))}"));
    }

    [Fact]
    public void Dates_and_amounts_are_not_taken_for_numbers()
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(static n => $"P{n},p{n}@example.com,2024-03-{(n % 28) + 1:00},{1000 + n}.50,{10000 + n}\n"));
        using var book = Books.Open($"Name,Email,Wann,Betrag,Kundennr\n{rows}");
        Assert.All(book.Layout.Columns.Skip(2), static column => Assert.Equal(AddressField.Ignored, column.Field));
    }

    [Fact]
    public void Plain_digits_are_numbers_only_in_a_list_of_nothing_else()
    {
        var ids = string.Concat(Enumerable.Range(0, 30).Select(static n => $"P{n},p{n}@example.com,{2125550100 + n}\n"));
        Assert.Equal(AddressField.Ignored, Books.Open($"Name,Email,Kundennr\n{ids}").Layout.Columns[2].Field);
        Assert.Equal(["phone:12125550142", "phone:447700900123"], Books.Read("12125550142\n447700900123\n").SelectMany(static row => Books.Values(row.Record!)));
    }

    [Fact]
    public void A_title_that_is_a_header_word_is_no_header() => Assert.Equal(2, Books.Open("Mobile,,\nName,Phone,E-mail\nA,+12125550142,a@example.com\n").Layout.HeaderLine);

    [Fact]
    public void A_header_in_words_nobody_knows_is_still_a_header()
    {
        using var book = Books.Open("Izina;Nomero;Imeyili\nHarriet Quill;+12125550142;h@example.com\nMilo Quill;+12125550143;m@example.com\n");
        Assert.Equal(["Harriet Quill", "Milo Quill"], book.ReadRows().Select(static row => row.Record!.Name.Full!));
        Assert.Equal("Nomero", book.Layout.Columns[1].Header);
    }

    [Fact]
    public void Names_in_two_columns_without_header_are_given_and_family_name()
    {
        var record = Books.Read("Harriet,Quill,+12125550142\nMilo,Quill,+12125550143\n")[0].Record!;
        Assert.Equal(("Harriet", "Quill"), (record.Name.Given, record.Name.Family));
    }

    [Fact]
    public void A_preamble_is_passed_over_and_a_header_that_comes_again_dropped()
    {
        using var book = Books.Open("Contacts of the regatta\nExported 2024-05-01\n\nName,Phone\nHarriet,+12125550142\nName,Phone\nMilo,+12125550143\n");
        Assert.Equal([5, 7], book.ReadRows().Select(static row => row.Record!.Location.Line));
        Assert.Equal((4, 1), (book.Layout.HeaderLine, book.Report.RepeatedHeaders));
    }

    [Fact]
    public void The_owner_says_what_a_column_holds_by_header_or_number()
    {
        var options = new AddressBookOptions { Columns = [ColumnMapping.Parse("Cell #=phone:mobile"), ColumnMapping.Parse("#3=handle:telegram"), ColumnMapping.Parse("Email=ignore")] };
        Assert.Equal(["phone mobile:+12125550142", "handle@telegram:@hattie"], Books.Values(Books.One("Who,Cell #,Chat,Email\nx,+12125550142,@hattie,h@example.com\n", options)));
    }

    [Theory]
    [InlineData("Phone", "MAP_INVALID")]
    [InlineData("Phone=telefone", "MAP_INVALID")]
    [InlineData("Chat=handle", "MAP_INVALID")]
    public void A_mapping_that_says_nothing_is_refused(string text, string code) => Assert.Equal(code, Assert.Throws<AddressBookException>(() => ColumnMapping.Parse(text)).Code);

    [Fact]
    public void A_mapping_to_a_column_the_file_has_not_is_refused() =>
        Assert.Equal("MAP_NO_COLUMN", Books.Code("Name,Phone\nA,+12125550142\n", new AddressBookOptions { Columns = [ColumnMapping.Parse("Cell=phone")] }));

    [Fact]
    public void Mappings_are_kept_in_a_file()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "# the club's list\nCell #=phone:mobile\n\n#4=email:work\n");
        var mappings = ColumnMapping.ReadFile(path);
        File.Delete(path);
        Assert.Equal([("Cell #", AddressField.Phone, "mobile"), ("#4", AddressField.Email, "work")], mappings.Select(static mapping => (mapping.Column, mapping.Field, mapping.Label!)));
    }

    [Theory]
    [InlineData("{\"contacts\":[{\"name\":\"x\"}]}", "FILE_IS_JSON")]
    [InlineData("<!DOCTYPE html><html>", "FILE_IS_MARKUP")]
    [InlineData("PK\u0003\u0004xxxx", "FILE_IS_ARCHIVE")]
    [InlineData("%PDF-1.7", "FILE_IS_PDF")]
    [InlineData(" \n\n ", "FILE_EMPTY")]
    [InlineData("lorem ipsum\ndolor sit\n", "FILE_NO_COLUMNS")]
    public void A_file_that_is_no_address_book_is_refused_with_the_reason(string text, string code) => Assert.Equal(code, Books.Code(text));

    [Fact]
    public void Every_column_says_what_it_is_or_why_it_is_not_read()
    {
        using var book = Books.Open("Name,Cell,Spouse,Notes,Birthday,Foo,,_code\nA,+12125550142,B,n,1,2,3,4\n");
        Assert.Equal(["name:", "phone:mobile:", "ignored:another person's", "notes:", "ignored:not needed to find a chat", "ignored:header not recognised", "ignored:no header", "ignored:written by an earlier import"],
            book.Layout.Columns.Select(static column => $"{column.Meaning}:{column.Why}"));
    }

    [Theory]
    [InlineData("Contact,Telephone No,Mob\nAnn Lee,020 7946 0001,07700 900123\n", "phone:020 7946 0001|phone mobile:07700 900123")]
    [InlineData("S.No,Name,Contact No.,Work Number\n1,Ann,+12125550101,+12125550102\n", "phone:+12125550101|phone work:+12125550102")]
    [InlineData("Name,Dial code,Phone\nAnn,+44,7700 900123\n", "phone/GB:7700 900123")]
    [InlineData("Name,Phone,País del trabajo\nAnn,612 34 56 78,España\n", "phone/ES:612 34 56 78")]
    [InlineData("Name,Signal Phone,IG\nAnn,+447700900124,ann.lee\n", "phone signal@signal:+447700900124|handle@instagram:ann.lee")]
    [InlineData("Name,Téléphone TDD/TTY,Téléphone du conjoint\nAnn,+33199001234,+33199001235\n", "phone fax:+33199001234")]
    [InlineData("Họ tên,Số điện thoại\nNguyễn Văn A,+84912345678\n", "phone:+84912345678")]
    public void Headers_nobody_listed_letter_by_letter_are_understood(string text, string values) => Assert.Equal(values.Split('|'), Books.Values(Books.One(text)));

    [Theory]
    [InlineData("NOM PRENOM;MAIL\nCôté Zoé;z@example.org\n", "Côté Zoé")]
    [InlineData("Name of the pupil,Phone\nAnn Lee,+12125550101\n", "Ann Lee")]
    public void A_table_without_a_known_name_has_one_in_the_column_that_says_so(string text, string name) => Assert.Equal(name, Books.One(text).Name.Full);

    [Theory]
    [InlineData("Name,Phone,E-mail\nAnn,+12125550101,\nBob\n", 2, 0)]
    [InlineData("Name,Phone,E-mail\nAnn,+12125550101,\n\nMy Report\n", 1, 1)]
    [InlineData("Name,Phone,E-mail\nAnn,+12125550101,\nTotal: 1,,\n", 1, 1)]
    [InlineData("Name,Phone,E-mail\nAnn,+12125550101,\nBob,,\nGrand Totals (2 records),,\nAcme Inc,,\n", 2, 2)]
    [InlineData("E-mail,Name,Phone\na@example.com,Ann,+12125550101\n\nb@example.com\n", 2, 0)]
    [InlineData("Name,Phone,Notes\nAnn,+12125550101,\"two\nlines\"\nBob\n", 2, 0)]
    public void A_last_row_of_one_cell_is_a_footer_only_where_it_cannot_be_a_contact(string text, int records, int footers)
    {
        using var book = Books.Open(text);
        Assert.Equal(records, book.ReadRows().Count());
        Assert.Equal(footers, book.Report.Footers);
    }

    [Fact]
    public void A_repeated_header_may_be_quoted_or_spaced_another_way()
    {
        using var book = Books.Open("Name,Phone\nAnn,+12125550101\n\"Name\", Phone\nBob,+12125550102\n");
        Assert.Equal(2, book.ReadRows().Count());
        Assert.Equal(1, book.Report.RepeatedHeaders);
    }

    [Fact]
    public void Rows_of_values_are_never_passed_over_as_a_preamble() =>
        Assert.Equal(3, Books.Read("+12125550101\n+12125550102\nhandle@example.com\n").Count);

    [Fact]
    public void A_list_of_names_and_digits_is_one_of_phone_numbers() =>
        Assert.Equal(["phone:2125550101"], Books.Values(Books.Read("Ann Lee,2125550101\nBob Ray,2125550102\n")[0].Record!));

    [Fact]
    public void A_list_of_names_with_addresses_in_brackets_gives_both()
    {
        var record = Books.Read("Ann Lee <ann@example.com>\nBob Ray <bob@example.com>\n")[0].Record!;
        Assert.Equal("Ann Lee", record.Name.Full);
        Assert.Equal(["email:Ann Lee <ann@example.com>"], Books.Values(record));
    }

    [Theory]
    [InlineData("id,name.first,name.last,phones.0.value\n1,Ann,Lee,+12125550101\n", "Ann", "Lee")]
    [InlineData("Rufname;Familienname;Telefax\nAnn;Lee;+493023125001\n", null, "Lee")]
    public void Names_in_other_forms_of_header_are_names(string text, string? given, string family)
    {
        var name = Books.One(text).Name;
        Assert.Equal((given, family), (name.Given, name.Family));
    }

    [Theory]
    [InlineData("Name,Primary Mobile,Preferred E-mail\nA,+12125550101,a@example.com\n", "phone mobile:+12125550101|email:a@example.com")]
    [InlineData("Name,Phone Prefix,Phone\nA,+44,7700 900123\n", "phone/GB:7700 900123")]
    [InlineData("E-mail,Phone\n+12125550101,a@example.com\n", "phone:+12125550101|email:a@example.com")]
    public void A_value_is_what_it_is_whatever_the_column(string text, string values) => Assert.Equal(values.Split('|'), Books.Values(Books.One(text)));

    [Fact]
    public void A_column_that_answers_whether_a_person_has_whatsapp_gives_no_handle()
    {
        var record = Books.One("Name,Phone,WhatsApp\nAnn,+12125550101,Yes\n");
        Assert.Equal(["phone:+12125550101"], Books.Values(record));
        Assert.Equal("PHONE_NOT_A_NUMBER", Assert.Single(record.Problems).Code);
    }

    [Fact]
    public void A_first_cell_in_quotes_makes_no_line_of_one_field()
    {
        using var book = Books.Open("\"Name, Vorname\";Telefon\n\"Groß, Eva\";+493023125001\n\"Lee, Ann\";+493023125002\n");
        Assert.False(book.Layout.WholeLineQuoted);
        Assert.Equal("Groß, Eva", book.ReadRows().First().Record!.Name.Full);
    }

    [Theory]
    [InlineData("Nome,Cognome,Indirizzo posta elettronica,Nome visualizzato posta elettronica\nLea,Riva,lea@example.com,Lea Riva (lea@example.com)\n")]
    [InlineData("Imię,Nazwisko,Adres e-mail,Nazwa wyświetlana e-mail\nLea,Riva,lea@example.com,Lea Riva (lea@example.com)\n")]
    [InlineData("Voornaam,Achternaam,E-mailadres,\"E-mail, weergavenaam\"\nLea,Riva,lea@example.com,Lea Riva (lea@example.com)\n")]
    [InlineData("名,姓,電子メール アドレス,電子メールの種類,電子メール表示名\nLea,Riva,lea@example.com,SMTP,Lea Riva (lea@example.com)\n")]
    public void The_display_name_of_an_address_is_no_second_address(string text)
    {
        var record = Books.One(text);
        Assert.Equal(["email:lea@example.com"], Books.Values(record));
        Assert.Empty(record.Problems);
    }

    [Theory]
    [InlineData("Όνομα,Επώνυμο,Κινητό,Χώρα\nΕλένη,Παπαδάκη,691 234 5678,Ελλάδα\n", "GR")]
    [InlineData("이름,휴대폰,국가\n김민준,010-2000-0000,대한민국\n", "KR")]
    [InlineData("Name;Telefon;Land\nIda Bell;020 7946 0111;Großbritannien\n", "GB")]
    public void The_country_column_is_known_in_the_language_of_the_table(string text, string region)
    {
        Assert.Equal(region, Assert.Single(Books.One(text).Values).Region);
    }

    [Fact]
    public void A_mobile_number_takes_the_country_of_the_home_before_that_of_the_company()
    {
        var record = Books.One("First Name,Last Name,Business Country,Home Country,Business Phone,Mobile Phone\nEva,Bos,Belgium,Netherlands,02 123 45 67,06 12345678\n");
        Assert.Equal(["BE", "NL"], record.Values.Select(static value => value.Region));
    }

    [Fact]
    public void A_table_of_one_column_may_hold_several_numbers_in_a_cell()
    {
        Assert.Equal(["phone:+12125550143", "phone:+12125550149"], Books.Values(Books.One("Phone\n+12125550143;+12125550149\n")));
    }

    [Theory]
    [InlineData("Name,Email\nIda Bell,'ida@example.com\n")]
    [InlineData("Name,Email\nIda Bell,'ida@example.com'\n")]
    public void Apostrophes_around_an_address_are_dropped(string text)
    {
        Assert.Equal(["email:ida@example.com"], Books.Values(Books.One(text)));
    }

    [Fact]
    public void The_letter_that_begins_an_extension_names_no_network()
    {
        Assert.Equal("PHONE_LETTERS", Assert.Single(Books.One("Name,Phone\nIda Bell,+1 212 555 0142 x\n").Problems).Code);
    }
}
