using Beeper.Resolver.Merging;
using static Beeper.Resolver.Tests.Merging.Rows;

namespace Beeper.Resolver.Tests.Merging;

/// <summary>What is one contact and what is not; many of the cases are what users of other address books complained about.</summary>
public sealed class ContactMergerTests
{
    [Fact]
    public void The_same_number_and_full_name_is_one_person()
    {
        var contact = Assert.Single(Merge(Row("google.csv", 1, "Harriet Quill", Phone(Mobile)), Row("outlook.csv", 1, "Quill, Harriet", Phone(Mobile), Email("hattie@example.org"))));
        Assert.Equal(2, contact.Records.Count);
        Assert.Equal(2, contact.Identifiers.Count);
        Assert.Equal(2, contact.Identifiers[0].Sources);
    }

    [Fact]
    public void Husband_and_wife_on_one_landline_stay_two() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "Harriet Quill", Phone(Landline, PhoneType.FixedLine)), Row("a.csv", 2, "Milo Quill", Phone(Landline, PhoneType.FixedLine))).Count);

    [Fact]
    public void Two_people_with_one_mobile_stay_two() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "Erika Vance", Phone(Mobile))).Count);

    [Fact]
    public void Father_and_son_of_one_name_stay_two() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "Walter Hale Sr", Phone(Landline, PhoneType.FixedLine)), Row("b.csv", 1, "Walter Hale Jr", Phone(Landline, PhoneType.FixedLine))).Count);

    [Fact]
    public void Siblings_with_near_names_stay_two() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "John Smith", Phone(Landline, PhoneType.FixedLine)), Row("b.csv", 1, "Joan Smith", Phone(Landline, PhoneType.FixedLine))).Count);

    [Fact]
    public void Functions_of_two_firms_are_neither_merged_nor_suggested()
    {
        var result = MergeAll([Row("a.csv", 1, "IT Support", Email("it@quill.example.com")).At("Quill"), Row("b.csv", 1, "IT Support", Email("help@vance.example.com")).At("Vance")]);
        Assert.Equal(2, result.Contacts.Count);
        Assert.Empty(result.Suggestions);
    }

    [Fact]
    public void Placeholders_for_names_merge_nobody() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "Unknown", Email("one@example.org")), Row("b.csv", 1, "Unknown", Email("two@example.org"))).Count);

    [Fact]
    public void A_first_name_alone_merges_nobody() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "Anna", Phone(Mobile)), Row("b.csv", 1, "Anna", Phone(OtherMobile))).Count);

    [Fact]
    public void A_first_name_on_the_family_landline_is_only_suggested()
    {
        var result = MergeAll([Row("a.csv", 1, "Harriet Quill", Phone(Landline, PhoneType.FixedLine)), Row("b.csv", 1, "Harriet", Phone(Landline, PhoneType.FixedLine))]);
        Assert.Equal(2, result.Contacts.Count);
        Assert.Equal(MergeReason.SharedIdentifierWeakName, Assert.Single(result.Suggestions).Reason);
    }

    [Fact]
    public void Where_the_plan_does_not_tell_lines_apart_the_label_does() =>
        Assert.Equal(2, Merge(
            Row("a.csv", 1, "Harriet Quill", Phone("+12125550142", PhoneType.FixedLineOrMobile, "home")), Row("b.csv", 1, "Harriet", Phone("+12125550142", PhoneType.FixedLineOrMobile, "home"))).Count);

    [Fact]
    public void A_row_without_name_joins_the_only_person_with_its_mobile() =>
        Assert.Single(Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "", Phone(Mobile))));

    [Fact]
    public void A_row_without_name_joins_nobody_when_people_with_other_names_have_its_number() =>
        Assert.Equal(3, Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "", Phone(Mobile)), Row("c.csv", 1, "Erika Vance", Phone(Mobile))).Count);

    [Fact]
    public void One_wrong_row_does_not_chain_strangers()
    {
        var contacts = Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "", Phone(Mobile), Phone(OtherMobile)), Row("c.csv", 1, "Erika Vance", Phone(OtherMobile)));
        Assert.DoesNotContain(contacts, static contact => contact.Records.Any(static record => record.Name == "Harriet Quill") && contact.Records.Any(static record => record.Name == "Erika Vance"));
    }

    [Fact]
    public void Two_rows_are_judged_like_two_among_many()
    {
        NormalizedRecord[] pair = [Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "Erika Vance", Phone(Mobile))];
        var alone = Merge(pair);
        var among = Merge([.. pair, .. Enumerable.Range(0, 100).Select(static index => Row("c.csv", index + 1, $"Milo {(char)('A' + (index % 26))}lbrecht", Email($"milo{index}@example.org")))]);
        Assert.Equal(alone.Select(static contact => contact.Key), among.Where(static contact => contact.Records[0].Location.Source != "c.csv").Select(static contact => contact.Key));
    }

    [Fact]
    public void The_same_name_in_two_books_is_suggested_and_not_merged()
    {
        var result = MergeAll([Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("b.csv", 1, "Harriet Quill", Email("hattie@example.org")), .. Others()]);
        Assert.Equal(22, result.Contacts.Count);
        Assert.Equal(MergeReason.SameName, Assert.Single(result.Suggestions).Reason);
    }

    [Fact]
    public void A_common_name_suggests_nothing()
    {
        var result = MergeAll([.. Enumerable.Range(1, 6).Select(static number => Row($"{number}.csv", 1, "Thomas Berg", Email($"t{number}@example.org"))), .. Others()]);
        Assert.Empty(result.Suggestions);
    }

    [Fact]
    public void A_nickname_alone_is_suggested_and_not_merged()
    {
        var result = MergeAll([Row("a.csv", 1, "Robert Albrecht", Phone(Mobile)), Row("b.csv", 1, "Bob Albrecht", Email("bob@example.org")), .. Others()]);
        Assert.Equal(22, result.Contacts.Count);
        Assert.Equal(MergeReason.SimilarName, Assert.Single(result.Suggestions).Reason);
    }

    [Fact]
    public void A_name_and_an_organisation_that_only_two_rows_have_are_one_person() =>
        Assert.Single(Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile)).At("Quill & Sons"), Row("b.csv", 1, "Harriet Quill", Handle("linkedin", "harriet-quill")).At("Quill & Sons")));

    [Fact]
    public void A_third_of_that_name_makes_name_and_organisation_too_little() =>
        Assert.Equal(3, Merge(
            Row("a.csv", 1, "Thomas Berg", Phone(Mobile)).At("Quill & Sons"), Row("b.csv", 1, "Thomas Berg", Handle("linkedin", "thomas-berg")).At("Quill & Sons"), Row("c.csv", 1, "Thomas Berg", Phone(OtherMobile))).Count);

    [Fact]
    public void Two_profiles_of_a_network_are_two_people() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "Thomas Berg", Phone(Mobile), Handle("linkedin", "thomas-berg")), Row("b.csv", 1, "Thomas Berg", Phone(Mobile), Handle("linkedin", "thomas-berg-7"))).Count);

    [Fact]
    public void A_role_mailbox_merges_nobody() =>
        Assert.Equal(2, Merge(Row("a.csv", 1, "Harriet Quill", Email("info@example.com")), Row("b.csv", 1, "Harriet Quill", Email("info@example.com"))).Count);

    [Fact]
    public void Dots_in_a_gmail_address_do_not_matter() =>
        Assert.Single(Merge(Row("a.csv", 1, "Harriet Quill", Email("harriet.quill@gmail.com")), Row("b.csv", 1, "Harriet Quill", Email("Harrietquill+work@googlemail.com"))));

    [Fact]
    public void A_switchboard_of_ten_thousand_rows_merges_nobody()
    {
        var records = Enumerable.Range(1, 10_000).Select(static number => Row("crm.csv", number, $"Person N{number}", Phone(Landline, PhoneType.FixedLine))).ToArray();
        Assert.Equal(10_000, Merge(records).Count);
    }

    [Fact]
    public void A_contact_takes_no_more_rows_than_the_policy_allows()
    {
        var records = Enumerable.Range(1, 15).Select(static number => Row($"{number}.csv", 1, "Harriet Quill", Phone(Mobile))).ToArray();
        var contacts = new ContactMerger(new MergePolicy { MostRecordsPerContact = 4 }).Merge(records, []);
        Assert.All(contacts, static contact => Assert.InRange(contact.Records.Count, 1, 4));
        Assert.Equal(15, contacts.Sum(static contact => contact.Records.Count));
    }

    [Fact]
    public void The_fullest_name_is_the_contacts() =>
        Assert.Equal("Harriet Ann Quill", Assert.Single(Merge(Row("a.csv", 1, "Harriet", Phone(Mobile)), Row("b.csv", 1, "Harriet Ann Quill", Phone(Mobile)))).Name);

    [Fact]
    public void A_contact_that_vanishes_and_returns_has_its_key_again()
    {
        NormalizedRecord[] records = [Row("a.csv", 1, "Harriet Quill", Phone(Mobile)), Row("a.csv", 2, "Erika Vance", Email("erika@example.org"))];
        var before = Merge(records);
        var without = new ContactMerger().Merge([records[1]], Known(before));
        var after = new ContactMerger().Merge(records, Known(before));
        Assert.Equal(before[1].Key, Assert.Single(without).Key);
        Assert.Equal(before.Select(static contact => contact.Key), after.Select(static contact => contact.Key));
    }

    [Fact]
    public void A_contact_keeps_its_key_when_its_name_and_one_identifier_change()
    {
        var before = Assert.Single(Merge(Row("a.csv", 1, "Harriet Quill", Phone(Mobile), Email("hattie@example.org"))));
        var after = Assert.Single(new ContactMerger().Merge([Row("a.csv", 1, "Harriet Vance", Phone(OtherMobile), Email("hattie@example.org"))], Known([before])));
        Assert.Equal(before.Key, after.Key);
    }

    // Twenty people whose names make those of a test rare.
    private static IEnumerable<NormalizedRecord> Others() =>
        Enumerable.Range(0, 20).Select(static index => Row("z.csv", index + 1, $"{"Abcdefghijklmnopqrst"[index]}ndrik {"Tsrqponmlkjihgfedcba"[index]}owak", Email($"p{index}@example.net")));
}
