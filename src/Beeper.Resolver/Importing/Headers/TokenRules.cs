using System.Collections.Frozen;

namespace Beeper.Resolver.Importing.Headers;

/// <summary>
/// Headers nobody listed, by the words in them: <c>Direct Work Phone</c>, <c>Personal e-mail</c>, <c>Telefonnummer (Büro)</c>. Words are compared
/// whole or as beginnings, never by likeness: <c>Phone</c> and <c>Photo</c> are two letters apart.
/// </summary>
internal static class TokenRules
{
    private static readonly FrozenSet<string> Unneeded = Set("street strasse city ort state zip postal postcode plz address adresse box region birthday date created updated modified changed time anniversary gender "
        + "language photo image initials mileage hobby priority sensitivity subject billing occupation department yomi phonetic maiden keywords location schools short file sort location record lead source rating latitude "
        + "longitude timezone connected birthdate geburtstag jahrestag postleitzahl bundesland abteilung beruf geschlecht initialen konto prioritat sprache stichworter vertraulichkeit verzeichnisserver postfach calle ciudad provincia estado codigo "
        + "aficiones genero idioma prioridad profesion kilometraje facturacion confidencialidad rue ville anniversaire sexe langue priorite internet directory account private privat server distribution systemmodstamp industry revenue salary age year month day member optin leid euid dstoff gmtoff currency stage status score primary preferred");

    private static readonly FrozenSet<string> OtherPeople = Set("owner assistant asst manager spouse emergency referred parent guardian supervisor creator assistent vorgesetzter vorgesetzten responsable conjoint partner partnerin ehepartner ehegatte coniuge conyuge conjuge assistente asistente secretaria secretary sekretariat father mother wife husband child kin rep vater mutter parrain");

    private static readonly FrozenSet<string> NoValue = Set("type typ tipo label id ids country code owner verified status opt optin optout out consent date format valid validity count extension ext carrier bounced sent opened confidence source provider provenance prefix");

    private static readonly string[] Phones = Folded("phone", "telefon", "telephon", "mobil", "cell", "celular", "movil", "telemov", "handy", "puhelin", "telefoon", "komork", "natel", "gsm", "手机", "手機", "携帯", "電話", "电话", "전화", "휴대", "телефон", "мобил", "мобіл");
    private static readonly string[] Mobiles = Folded("mobil", "cell", "celular", "movil", "telemov", "handy", "matkapuhelin", "komork", "natel", "gsm", "手机", "手機", "携帯", "휴대", "мобил", "мобіл");
    private static readonly string[] Faxes = Folded("fax", "faks", "telefax", "telecop", "teletyp", "telex", "tty", "tdd", "isdn", "rnis", "факс", "传真", "傳真", "팩스");
    private static readonly string[] Mails = Folded("email", "correo", "courriel", "epost", "sahkoposti", "メール", "이메일", "邮箱", "почт");
    private static readonly string[] DisplayNames = Folded("display", "angezeigt", "anzeigename", "affich", "visualizza", "wyswietl", "weergave", "visning", "exibic", "apresenta", "naytto", "表示名", "显示", "顯示", "표시");
    private static readonly FrozenSet<string> Home = Set("home private privat personal domicile casa particular personnel prive hjem hem thuis domu dom домашнии");
    private static readonly FrozenSet<string> Work = Set("work business office company direct geschaftlich dienstlich buro bureau trabajo lavoro trabalho comercial firma professional professionnel arbeit werk oficina corporate ufficio sluzbowy praca рабочии");

    private static readonly FrozenSet<string> Countries = Set("country pais pays land kraj nazione paese страна країна zeme krajina orszag ulke maa");
    private static readonly FrozenSet<string> Names = Set("name names nom nombre nome naam namn navn nimi imie nazwisko jmeno meno nev имя фио");

    /// <summary>The kind of a label nobody listed, by its words: a fax, a pager or a mobile phone; null where no word tells.</summary>
    public static string? Label(string label)
    {
        var words = HeaderFold.Words(label);
        var place = Place(words);
        return words.Exists(static word => StartsWith(word, Faxes)) ? place is null ? "fax" : $"{place} fax"
            : words.Exists(static word => StartsWith(word, ["pager", "beeper"])) ? "pager"
            : IsMobile(words) ? "mobile" : null;
    }

    /// <summary>Whether a header nobody knows calls its column a name.</summary>
    public static bool IsName(string header) => HeaderFold.Words(header) is var words && words.Exists(Names.Contains) && !words.Exists(OtherPeople.Contains) && !words.Exists(static word => word is "file" or "user" or "company" or "domain" or "event" or "list" or "account" or "product");

    /// <summary>The column, or null when no word tells; <see cref="AddressBookColumn.Why"/> says that words told.</summary>
    public static AddressBookColumn? Match(int index, string header, List<string> words)
    {
        if (words.Exists(OtherPeople.Contains))
            return Ignored(index, header, "another person's");
        // The words "phonetic" and "phone" begin alike.
        if (words.Contains("phonetic") || words.Contains("yomi"))
            return Ignored(index, header, "not needed to find a chat");
        var fax = words.Exists(static word => StartsWith(word, Faxes));
        var mail = words.Exists(static word => StartsWith(word, Mails)) || words.Contains("mail") || words.Contains("posta");
        if (mail && words.Exists(static word => word is "type" or "typ" or "tipo"))
            return new AddressBookColumn(index, header, AddressField.EmailType, NumberIn(words));
        if (mail && words.Exists(static word => StartsWith(word, DisplayNames)))
            return new AddressBookColumn(index, header, AddressField.EmailName, NumberIn(words));
        if (words.Exists(Countries.Contains) && words.Count <= 4)
            return new AddressBookColumn(index, header, AddressField.Country, 0, Place(words)) { Why = "words of the header" };
        if (words.Exists(NoValue.Contains))
            return Ignored(index, header, "not needed to find a chat");
        var place = Place(words);
        if (fax)
            return new AddressBookColumn(index, header, AddressField.Phone, 0, place is null ? "fax" : $"{place} fax") { Why = "words of the header" };
        if (words.Exists(static word => StartsWith(word, ["pager", "beeper"])))
            return new AddressBookColumn(index, header, AddressField.Phone, 0, "pager") { Why = "words of the header" };
        if (mail)
            return new AddressBookColumn(index, header, AddressField.Email, 0, place) { Why = "words of the header" };
        if (words.Contains("tel") || words.Contains("portable") || words.Exists(static word => StartsWith(word, Phones)))
            return new AddressBookColumn(index, header, AddressField.Phone, 0, IsMobile(words) ? "mobile" : place) { Why = "words of the header" };
        if (words.Exists(static word => word is "url" or "website" or "webpage" or "homepage" or "webseite"))
            return new AddressBookColumn(index, header, AddressField.Url) { Why = "words of the header" };
        return words.Exists(Unneeded.Contains) ? Ignored(index, header, "not needed to find a chat") : null;
    }

    /// <summary>The number in a header's words; 1 without one.</summary>
    public static int NumberIn(List<string> words) => words.Find(static word => char.IsAsciiDigit(word[0])) is { Length: 1 } digit ? digit[0] - '0' : 1;

    private static bool IsMobile(List<string> words) => words.Exists(static word => word is "mob" or "моб" or "kom" || StartsWith(word, Mobiles));

    private static string? Place(List<string> words) => words.Exists(Home.Contains) ? "home" : words.Exists(Work.Contains) ? "work" : null;

    private static AddressBookColumn Ignored(int index, string header, string why) => new(index, header, AddressField.Ignored) { Why = why };

    private static bool StartsWith(string word, string[] beginnings) =>
        Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal) || (beginning[0] > '\u1000' && word.Contains(beginning, StringComparison.Ordinal)) || (beginning == "phone" && word.EndsWith(beginning, StringComparison.Ordinal)));

    // Words of a header are folded, so these are too: folding takes apart Hangul, voiced kana and letters such as the Russian short i.
    private static string[] Folded(params string[] words) => Array.ConvertAll(words, HeaderFold.Fold);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
