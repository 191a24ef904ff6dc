using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Tests.Ranking;

public sealed class CandidateRankerTests
{
    [Fact]
    public void A_labelled_mobile_number_in_two_books_goes_before_a_bare_one()
    {
        var contact = Made.Contact("Harriet Quill", Made.Phone("+447700900123"), Made.Phone("+447700900456", "mobile", sources: 2));
        var candidates = Rank(contact, Made.WhatsApp);
        Assert.Equal("+447700900456", candidates[0].Identifier.Value);
        Assert.Equal(["phone.type.mobile", "phone.label.mobile", "phone.valid.international", "phone.country.same", "sources.agree"], Ids(candidates[0]));
        Assert.True(candidates[0].Score > candidates[1].Score);
    }

    [Theory]
    [InlineData("home", "phone.label.home")]
    [InlineData("main", "phone.label.main")]
    [InlineData("other", "phone.label.other")]
    [InlineData("iPhone", "phone.label.mobile")]
    [InlineData("my boat", "phone.label.other")]
    public void Every_label_counts(string label, string id) => Assert.Contains(id, Ids(Rank(Made.Contact("Harriet Quill", Made.Phone("+447700900123", label)), Made.WhatsApp)[0]));

    [Fact]
    public void A_work_label_and_no_label_count_nothing()
    {
        foreach (var label in new[] { "work", null })
            Assert.DoesNotContain(Ids(Rank(Made.Contact("Harriet Quill", Made.Phone("+447700900123", label)), Made.WhatsApp)[0]), static id => id.StartsWith("phone.label", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_of_another_country_than_the_rest_counts_less()
    {
        var contact = Made.Contact("Harriet Quill", Made.Phone("+447700900123"), Made.Phone("+447700900456"), Made.Phone("+33639980042", region: "FR"));
        var byValue = Rank(contact, Made.WhatsApp).ToDictionary(static one => one.Identifier.Value, Ids);
        Assert.Contains("phone.country.same", byValue["+447700900123"]);
        Assert.Contains("phone.country.differs", byValue["+33639980042"]);
        Assert.DoesNotContain(Ids(Rank(Made.Contact("Harriet Quill", Made.Phone("+447700900123")), Made.WhatsApp)[0]), static id => id.StartsWith("phone.country", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fax_is_never_tried_and_one_that_another_book_calls_mobile_is()
    {
        Assert.Equal((Decision.Skip, "skip.not_a_voice_line"), Verdict(Rank(Made.Contact("Harriet Quill", Made.Phone("+447700900123", "work fax")), Made.WhatsApp)[0]));
        var both = Made.Phone("+447700900123", "fax");
        both = both with { Occurrences = [both.Occurrences[0], both.Occurrences[0] with { Label = "mobile" }] };
        Assert.Equal(Decision.Start, Rank(Made.Contact("Harriet Quill", both), Made.WhatsApp)[0].Decision);
    }

    [Theory]
    [InlineData(PhoneType.TollFree)]
    [InlineData(PhoneType.PremiumRate)]
    [InlineData(PhoneType.SharedCost)]
    [InlineData(PhoneType.VoiceMail)]
    public void Service_numbers_are_never_tried(PhoneType type) =>
        Assert.Equal((Decision.Skip, "skip.service_number"), Verdict(Rank(Made.Contact("Harriet Quill", Made.Phone("+448001111", type: type)), Made.WhatsApp)[0]));

    [Fact]
    public void A_fixed_line_labelled_home_is_not_worth_a_request() =>
        Assert.Equal((Decision.Skip, "skip.unlikely"), Verdict(Rank(Made.Contact("Harriet Quill", Made.Phone("+442079460123", "home", type: PhoneType.FixedLine, international: false)), Made.WhatsApp)[0]));

    [Fact]
    public void The_users_own_number_is_skipped_on_every_account()
    {
        var ranker = new CandidateRanker(NetworkCatalog.Default, RankingModel.Of([]), [Made.WhatsApp, Made.Telegram]);
        var contact = Made.Contact("Me", Made.Phone("+12015550100"));
        Assert.All(ranker.Rank(contact, [Made.WhatsApp, Made.Telegram]), static candidates => Assert.Equal((Decision.Skip, "skip.self"), Verdict(candidates[0])));
    }

    [Fact]
    public void A_number_of_contacts_with_conflicting_names_is_held_for_all_of_them()
    {
        Contact[] family = [Made.Contact("Anna Berg", Made.Phone("+447700900123")), Made.Contact("Peter Berg", Made.Phone("+447700900123"))];
        var ranker = new CandidateRanker(NetworkCatalog.Default, RankingModel.Of(family));
        Assert.All(family, contact => Assert.Equal((Decision.Hold, "hold.shared"), Verdict(ranker.Rank(contact, Made.WhatsApp)[0])));
    }

    [Fact]
    public void A_number_on_more_than_five_contacts_is_held_whatever_their_names()
    {
        var crowd = Enumerable.Range(0, 6).Select(static _ => Made.Contact("Anna Berg", Made.Phone("+447700900123"))).ToArray();
        Assert.Equal((Decision.Hold, "hold.shared"), Verdict(new CandidateRanker(NetworkCatalog.Default, RankingModel.Of(crowd)).Rank(crowd[0], Made.WhatsApp)[0]));
    }

    [Fact]
    public void A_number_of_two_contacts_with_compatible_names_only_counts_less()
    {
        Contact[] twice = [Made.Contact("Anna Berg", Made.Phone("+447700900123")), Made.Contact("Anna Berg", Made.Phone("+447700900123"))];
        var candidate = new CandidateRanker(NetworkCatalog.Default, RankingModel.Of(twice)).Rank(twice[0], Made.WhatsApp)[0];
        Assert.Equal(Decision.Start, candidate.Decision);
        Assert.Contains("shared.compatible", Ids(candidate));
    }

    [Theory]
    [InlineData("info@example.com", Decision.Hold, "hold.role_mailbox")]
    [InlineData("no-reply@example.com", Decision.Skip, "skip.no_reply")]
    public void Mailboxes_of_functions_are_held_and_those_nobody_reads_skipped(string address, Decision decision, string id) =>
        Assert.Equal((decision, id), Verdict(Rank(Made.Contact("Harriet Quill", Made.Email(address)), Made.Slack)[0]));

    [Fact]
    public void A_mailbox_that_spells_another_contacts_name_is_held()
    {
        Contact[] book = [Made.Contact("Anna Berg"), Made.Contact("Hugo Lind", Made.Email("anna.berg@example.com"))];
        Assert.Equal((Decision.Hold, "hold.others_name"), Verdict(new CandidateRanker(NetworkCatalog.Default, RankingModel.Of(book)).Rank(book[1], Made.Slack)[0]));
        Assert.Equal(Decision.Start, Rank(Made.Contact("Hugo Lind", Made.Email("sunny.day@example.com")), Made.Slack)[0].Decision);
    }

    [Theory]
    [InlineData("harriet.quill@example.com", "email.name.full")]
    [InlineData("hquill@example.com", "email.name.full")]
    [InlineData("quillharriet@example.com", "email.name.full")]
    [InlineData("quill77@example.com", "email.name.part")]
    public void A_mailbox_that_spells_the_name_counts(string address, string id) =>
        Assert.Contains(id, Ids(Rank(Made.Contact("Harriet Quill", Made.Email(address)), Made.Slack)[0]));

    [Fact]
    public void The_employers_domain_counts_for_work_networks_and_a_throw_away_one_against()
    {
        var employee = Made.Of("Harriet Quill", null, "Moreau Logistics", Made.Email("hq@moreau.example"));
        Assert.Contains("email.domain.other", Ids(Rank(employee, Made.Slack)[0]));
        Assert.Contains("email.domain.organization", Ids(Rank(employee, Made.Slack)[0]));
        Assert.Contains("email.domain.disposable", Ids(Rank(Made.Contact("Harriet Quill", Made.Email("hq@mailinator.com")), Made.Slack)[0]));
        Assert.DoesNotContain(Ids(Rank(Made.Contact("Harriet Quill", Made.Email("hq@gmail.com")), Made.Slack)[0]), static id => id.StartsWith("email.domain", StringComparison.Ordinal));
    }

    [Fact]
    public void A_handle_is_a_candidate_only_on_the_network_that_attests_it()
    {
        var contact = Made.Contact("Harriet Quill", Made.Handle("hattiequill", "telegram"), Made.Handle("hattiequill", "instagram"));
        Assert.Equal(["username.attested", "username.name.part"], Ids(Assert.Single(Rank(contact, Made.Telegram))));
        Assert.Empty(Rank(contact, Made.WhatsApp));
    }

    [Fact]
    public void A_number_tied_to_a_network_is_no_candidate_elsewhere()
    {
        var contact = Made.Contact("Harriet Quill", Made.Phone("+447700900123", network: "whatsapp"));
        Assert.Contains("network.tied", Ids(Assert.Single(Rank(contact, Made.WhatsApp))));
        Assert.Empty(Rank(contact, Made.Telegram));
    }

    [Theory]
    [InlineData("telegram", "12345678")]
    [InlineData("telegram", "Harriet Quill")]
    [InlineData("linkedin", "harriet-quill")]
    [InlineData("slack", "harriet@example.com")]
    public void A_user_ID_the_bridge_would_misread_is_never_sent(string network, string value) =>
        Assert.Equal((Decision.Skip, "skip.refused_form"), Verdict(Assert.Single(Rank(Made.Contact("Harriet Quill", Made.Id(value, network)), new Account("a", network)))));

    [Fact]
    public void Ranking_does_not_depend_on_the_order_of_identifiers()
    {
        ContactIdentifier[] given = [Made.Phone("+447700900123"), Made.Phone("+447700900456"), Made.Phone("+447700900789", "mobile"), Made.Email("harriet.quill@example.com")];
        var forward = Rank(Made.Contact("Harriet Quill", given), Made.WhatsApp);
        Array.Reverse(given);
        Assert.Equal(forward.Select(static one => (one.Identifier, one.Score)), Rank(Made.Contact("Harriet Quill", given), Made.WhatsApp).Select(static one => (one.Identifier, one.Score)));
    }

    [Fact]
    public void The_same_contact_ranks_the_same_alone_and_over_all_accounts()
    {
        var contact = Made.Contact("Harriet Quill", Made.Phone("+447700900123"), Made.Handle("hattiequill", "telegram"), Made.Email("hq@example.com"));
        var ranker = new CandidateRanker(NetworkCatalog.Default, RankingModel.Of([contact]));
        Account[] accounts = [Made.WhatsApp, Made.Telegram, Made.Slack];
        var all = ranker.Rank(contact, accounts);
        for (var index = 0; index < accounts.Length; index++)
            Assert.Equal(ranker.Rank(contact, accounts[index]).Select(Explanation.Of), all[index].Select(Explanation.Of));
    }

    private static IReadOnlyList<Candidate> Rank(Contact contact, Account account) => new CandidateRanker(NetworkCatalog.Default, RankingModel.Of([contact])).Rank(contact, account);

    private static string[] Ids(Candidate candidate) => [.. candidate.Evidence.Select(static one => one.Id)];

    private static (Decision, string) Verdict(Candidate candidate) => (candidate.Decision, candidate.Evidence[^1].Id);
}
