namespace Beeper.Resolver.Importing.Headers;

/// <summary>Names a file's format by headers only it has. The name is for its owner to read; the columns are mapped by name whatever it says.</summary>
internal static class FormatName
{
    // The first whose words are all there. Outlook's languages are told by how its numbered e-mail columns are called.
    private static readonly (string Format, string[] Words)[] Signatures =
    [
        ("linkedin-connections", ["connectedon"]),
        ("linkedin-connections", ["verbundenam"]),
        ("linkedin-connections", ["connectele", "url"]),
        ("linkedin-connections", ["fechadeconexion", "url"]),
        ("linkedin-contacts", ["instantmessagehandles", "phonenumbers"]),
        ("google-old", ["givennameyomi"]),
        ("google-old", ["phone1type", "phone1value"]),
        ("google-old", ["email1type", "givenname"]),
        ("google", ["phoneticfirstname", "fileas"]),
        ("google", ["phone1label", "phone1value"]),
        ("google", ["email1label"]),
        ("outlook-com", ["givenyomi", "email2address"]),
        ("outlook", ["email2address", "email2type"]),
        ("outlook", ["email2adresse", "email2typ"]),
        ("outlook", ["direcciondecorreoelectronico2", "apellidos"]),
        ("outlook", ["adressedemessagerie2"]),
        ("outlook", ["adressedecourrier2"]),
        ("outlook", ["enderecodeemail2"]),
        ("outlook", ["enderecodocorreioelectronico2"]),
        ("outlook", ["indirizzopostaelettronica2"]),
        ("outlook", ["meiliaadress2"]),
        ("outlook", ["電子メール2アドレス"]),
        ("outlook", ["전자메일2주소"]),
        ("outlook", ["電子郵件2地址"]),
        ("outlook", ["电子邮件3地址"]),
        ("google-outlook", ["email2address", "internetfreebusy"]),
        ("yahoo", ["yahoophone"]),
        ("thunderbird", ["screenname", "homezipcode"]),
        ("thunderbird", ["primaryemail", "secondaryemail", "displayname"]),
        ("thunderbird", ["primareemailadresse", "sekundareemailadresse"]),
        ("thunderbird", ["adresseelectroniqueprincipale"]),
        ("thunderbird", ["direccionelectronicaprincipal"]),
        ("thunderbird", ["emailprimaria", "emailsecondaria"]),
        ("thunderbird", ["podstawowyadresemail"]),
        ("thunderbird", ["ensisijainensahkoposti"]),
        ("thunderbird", ["альтернативныйадресэлектроннойпочты"]),
        ("mailchimp", ["leid", "euid"]),
        ("mailchimp", ["memberrating"]),
        ("zoho", ["contactownerid"]),
        ("pipedrive", ["personname"]),
        ("pipedrive", ["personid"]),
        ("salesforce-export", ["isdeleted", "lastname"]),
        ("salesforce-report", ["accountowner", "lastname"]),
        ("salesforce-report", ["accountname", "mailingcountry"]),
        ("hubspot", ["contactowner", "recordid"]),
    ];

    /// <summary>The format's name; <c>plain</c> for a table of no known program.</summary>
    public static string Of(IReadOnlyList<string> headers)
    {
        var words = headers.Select(HeaderFold.Fold).ToHashSet(StringComparer.Ordinal);
        return Array.Find(Signatures, signature => Array.TrueForAll(signature.Words, word => words.Contains(HeaderFold.Fold(word)))).Format ?? "plain";
    }
}
