using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Conformance;

/// <summary>Real exports of invented people, each against what a reader of the file would say is in it.</summary>
public sealed class AddressBookSampleTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("excel-damaged.csv", "excel-damaged.json", "utf-8")]
    [InlineData("google-new-bom-crlf.csv", "google-new.json", "utf-8")]
    [InlineData("google-new.csv", "google-new.json", "utf-8")]
    [InlineData("google-old-utf16le-bom.csv", "google-old.json", "utf-16")]
    [InlineData("google-old.csv", "google-old.json", "utf-8")]
    [InlineData("google-outlook-csv.csv", "google-outlook-csv.json", "utf-8")]
    [InlineData("handles.csv", "handles.json", "utf-8")]
    [InlineData("hubspot-contacts.csv", "hubspot-contacts.json", "utf-8")]
    [InlineData("icloud-vcard30.vcf", "icloud-vcard30.json", "utf-8")]
    [InlineData("linkedin-connections-bom.csv", "linkedin-connections.json", "utf-8")]
    [InlineData("linkedin-connections-old-no-url.csv", "linkedin-connections-old.json", "utf-8")]
    [InlineData("linkedin-connections.csv", "linkedin-connections.json", "utf-8")]
    [InlineData("linkedin-contacts.csv", "linkedin-contacts.json", "utf-8")]
    [InlineData("mailchimp-members.csv", "mailchimp-members.json", "utf-8")]
    [InlineData("outlook-classic-de-cp1252.csv", "outlook-classic-de.json", "windows-1252")]
    [InlineData("outlook-classic-de-excel-resaved-semicolon-cp1252.csv", "outlook-classic-de-semicolon.json", "windows-1252")]
    [InlineData("outlook-classic-en-cp1252.csv", "outlook-classic-en.json", "windows-1252")]
    [InlineData("outlook-classic-es-cp1252.csv", "outlook-classic-es.json", "windows-1252")]
    [InlineData("outlook-classic-fr-cp1252.csv", "outlook-classic-fr.json", "windows-1252")]
    [InlineData("outlook-classic-rows-cp1251.csv", "outlook-classic-rows.json", "windows-1251")]
    [InlineData("outlook-com.csv", "outlook-com.json", "utf-8")]
    [InlineData("pipedrive-people.csv", "pipedrive-people.json", "utf-8")]
    [InlineData("plain-cr-only-mac.csv", "plain-cr-only-mac.json", "utf-8")]
    [InlineData("plain-excel-sep-hint-bom.csv", "plain-excel-sep-hint.json", "utf-8")]
    [InlineData("plain-name-phone-email.csv", "plain-name-phone-email.json", "utf-8")]
    [InlineData("plain-networks.csv", "plain-networks.json", "utf-8")]
    [InlineData("plain-no-header.csv", "plain-no-header.json", "utf-8")]
    [InlineData("plain-one-column-emails.csv", "plain-one-column-emails.json", "utf-8")]
    [InlineData("plain-pipe.csv", "plain-pipe.json", "utf-8")]
    [InlineData("plain-preamble-footer.csv", "plain-preamble-footer.json", "utf-8")]
    [InlineData("plain-ru-cp1251-semicolon.csv", "plain-ru.json", "windows-1251")]
    [InlineData("plain-snake-case.csv", "plain-snake-case.json", "utf-8")]
    [InlineData("quirks-doubled-quoting.csv", "quirks-doubled-quoting.json", "utf-8")]
    [InlineData("quirks-ragged.csv", "quirks-ragged.json", "utf-8")]
    [InlineData("salesforce-dataexport-contact.csv", "salesforce-dataexport-contact.json", "utf-8")]
    [InlineData("salesforce-report-contacts-latin1.csv", "salesforce-report-contacts.json", "windows-1252")]
    [InlineData("salesforce-report-footers.csv", "salesforce-report-footers.json", "utf-8")]
    [InlineData("thunderbird-en.csv", "thunderbird.json", "utf-8")]
    [InlineData("thunderbird-fr-tabs.csv", "thunderbird-fr.json", "utf-8")]
    [InlineData("thunderbird-old-trailing-comma.csv", "thunderbird.json", "utf-8")]
    [InlineData("vcard21-android.vcf", "vcard21-android.json", "utf-8")]
    [InlineData("vcard21-cp1251.vcf", "vcard21-cp1251.json", "windows-1251")]
    [InlineData("vcard21.vcf", "vcard21.json", "utf-8")]
    [InlineData("vcard30-messaging.vcf", "vcard30-messaging.json", "utf-8")]
    [InlineData("vcard40-nextcloud.vcf", "vcard40-nextcloud.json", "utf-8")]
    [InlineData("vcard40.vcf", "vcard40.json", "utf-8")]
    [InlineData("yahoo-uk.csv", "yahoo-uk.json", "utf-8")]
    [InlineData("yahoo.csv", "yahoo.json", "utf-8")]
    [InlineData("zoho-contacts.csv", "zoho-contacts.json", "utf-8")]
    public void A_sample_holds_what_a_reader_finds_in_it(string sample, string expected, string encoding)
    {
        using var book = AddressBook.Open(PathOf(sample));
        var found = Describe(book);
        var wanted = JsonNode.Parse(File.ReadAllText(PathOf(expected)))!;
        Assert.Equal(wanted.ToJsonString(Readable), found.ToJsonString(Readable));
        Assert.Equal(encoding, book.Layout.Encoding);
    }

    [Theory]
    [InlineData("facebook-friends.json", "FILE_IS_FACEBOOK", "names only")]
    [InlineData("thunderbird.ldif", "FILE_IS_LDIF", "CSV")]
    public void A_format_that_is_no_use_is_refused_with_what_to_export_instead(string sample, string code, string advice)
    {
        var refused = Assert.Throws<AddressBookException>(() => AddressBook.Open(PathOf(sample)));
        Assert.Equal(code, refused.Code);
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handles_and_profiles_become_identifiers_of_their_network()
    {
        using var book = AddressBook.Open(PathOf("handles.csv"));
        var normalizer = new RecordNormalizer(new NormalizationOptions());
        var found = book.ReadRows().SelectMany(row => normalizer.Normalize(row.Record!).Identifiers).Select(static given => $"{given.Identifier.Network} {given.Identifier.Kind} {given.Identifier.Value}").ToHashSet();
        string[] expected =
        [
            "telegram Username hattiequill", "whatsapp Phone +12125550142", "signal Phone +12125550142", "twitter Username HattieQuill", "instagram Username hattie.quill",
            "linkedin Username harriet-quill", "matrix UserId @hattie:example.org", "slack UserId U012AB3CD", "telegram Username milo_q", "whatsapp Phone +12125550147", "signal Phone +12125550147",
            "twitter Username miloq", "instagram Username milo.q", "facebook UserId 100000000000001", "matrix UserId @milo:example.org", "discord Username milo.q",
        ];
        Assert.Empty(expected.Except(found));
    }

    private static JsonObject Describe(AddressBook book)
    {
        var rows = new JsonArray([.. book.ReadRows().Select(Describe)]);
        var file = new JsonObject { ["format"] = book.Layout.Format, ["separator"] = book.Layout.SeparatorName, ["headerLine"] = book.Layout.HeaderLine };
        if (book.Report.Footers > 0)
            file["footers"] = book.Report.Footers;
        if (book.Report.RepeatedHeaders > 0)
            file["repeatedHeaders"] = book.Report.RepeatedHeaders;
        file["rows"] = rows;
        return file;
    }

    private static JsonObject Describe(AddressBookRow row)
    {
        if (row.Rejected is { } rejected)
            return new JsonObject { ["line"] = rejected.Location.Line, ["rejected"] = rejected.Problems[0].Code };
        var record = row.Record!;
        var described = new JsonObject { ["line"] = record.Location.Line };
        if (Name(record.Name) is { Count: > 0 } name)
            described["name"] = name;
        if (record.Organization is not null)
            described["organization"] = record.Organization;
        if (record.Values.Count > 0)
            described["values"] = new JsonArray([.. record.Values.Select(Value)]);
        if (record.Problems.Count > 0)
            described["problems"] = new JsonArray([.. record.Problems.Select(static problem => new JsonObject { ["code"] = problem.Code, ["column"] = problem.Column })]);
        return described;
    }

    private static JsonObject Name(SourceName name)
    {
        var parts = new JsonObject();
        foreach (var (part, text) in new (string, string?)[] { ("full", name.Full), ("prefix", name.Prefix), ("given", name.Given), ("middle", name.Middle), ("family", name.Family), ("suffix", name.Suffix), ("nickname", name.Nickname) })
        {
            if (text is not null)
                parts[part] = text;
        }
        return parts;
    }

    private static JsonObject Value(SourceValue value)
    {
        var described = new JsonObject { [value.Kind.ToString().ToLowerInvariant()] = value.Text };
        if (value.Label is not null)
            described["label"] = value.Label;
        if (value.Network is not null)
            described["network"] = value.Network;
        if (value.Primary)
            described["primary"] = true;
        if (value.Region is not null)
            described["region"] = value.Region;
        return described;
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "address-books", name);
}
