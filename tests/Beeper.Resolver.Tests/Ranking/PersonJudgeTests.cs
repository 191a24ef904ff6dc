using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Tests.Ranking;

public sealed class PersonJudgeTests
{
    private static readonly ContactIdentifier Labelled = Made.Phone("+447700900123", "mobile");
    private static readonly ContactIdentifier Bare = Made.Phone("+447700900123");

    [Fact]
    public void The_full_name_is_started() => Assert.Equal((Decision.Start, "lookup.name.strong"), Judge(Made.Contact("Anna Berg", Bare), "Anna Berg"));

    [Fact]
    public void Another_persons_name_is_held() => Assert.Equal((Decision.Hold, "hold.name_conflict"), Judge(Made.Contact("Anna Berg", Labelled), "Peter Voss"));

    [Fact]
    public void An_emoji_for_a_nickname_does_not_cover_up_a_conflict() =>
        Assert.Equal((Decision.Hold, "hold.name_conflict"), Judge(Made.Of("Anna Berg", "🌸", null, Labelled), "Peter Voss"));

    [Fact]
    public void A_nickname_of_the_record_agrees() => Assert.Equal(Decision.Start, Judge(Made.Of("Anna Berg", "Puck", null, Labelled), "Puck").Decision);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("👑")]
    public void Without_any_name_a_number_is_held_however_it_is_labelled(string? shown) => Assert.Equal((Decision.Hold, "hold.name_silent"), Judge(Made.Contact("Anna Berg", Labelled), shown));

    [Fact]
    public void Without_any_name_a_number_in_two_books_is_believed_unless_somebody_has_the_same_name()
    {
        var contact = Made.Contact("Anna Papadopoulos", Made.Phone("+447700900123", sources: 2));
        Assert.Equal(Decision.Start, Judge(contact, null).Decision);
        Assert.Equal((Decision.Hold, "hold.name_silent"), Judge(contact, null, book: [contact, Made.Contact("Anna Papadopoulos"), .. Made.Book()]));
    }

    [Fact]
    public void Without_any_name_a_number_in_two_books_is_held_where_the_contact_has_another_mobile_number_and_one_in_three_is_not()
    {
        Assert.Equal((Decision.Hold, "hold.name_silent"), Judge(WithAnother(sources: 2), null));
        Assert.Equal(Decision.Start, Judge(WithAnother(sources: 3), null).Decision);

        static Contact WithAnother(int sources) => Made.Contact("Anna Papadopoulos", Made.Phone("+447700900123", "mobile", sources: sources), Made.Phone("+447700900456", "mobile"));
    }

    [Fact]
    public void Without_any_name_a_number_given_for_the_network_is_started() =>
        Assert.Equal(Decision.Start, Judge(Made.Contact("Anna Berg", Made.Phone("+447700900123", network: "whatsapp")), null).Decision);

    [Fact]
    public void Without_any_name_another_identifier_that_meets_in_the_same_person_is_believed() =>
        Assert.Equal(Decision.Start, Judge(Made.Contact("Anna Berg", Bare), null, hasOtherIdentifier: true).Decision);

    [Fact]
    public void Without_any_name_the_name_on_another_account_is_believed() =>
        Assert.Equal((Decision.Start, "lookup.name.elsewhere"), Judge(Made.Contact("Anna Berg", Bare), null, agreesElsewhere: true));

    [Fact]
    public void A_common_given_name_alone_needs_a_number_that_is_labelled_or_in_two_books()
    {
        Assert.Equal((Decision.Hold, "hold.name_weak"), Judge(Made.Contact("Anna Berg", Bare), "Anna"));
        Assert.Equal(Decision.Start, Judge(Made.Contact("Anna Berg", Labelled), "Anna").Decision);
        Assert.Equal(Decision.Start, Judge(Made.Contact("Anna Berg", Made.Phone("+447700900123", sources: 2)), "Anna").Decision);
    }

    [Fact]
    public void A_number_labelled_mobile_is_enough_for_a_given_name_where_numbers_do_not_tell_mobiles_apart() =>
        Assert.Equal(Decision.Start, Judge(Made.Contact("Anna Berg", Made.Phone("+12125550142", "mobile", region: "US", type: PhoneType.FixedLineOrMobile)), "Anna").Decision);

    [Fact]
    public void A_row_that_has_the_given_name_alone_does_not_cover_up_another_family_name() =>
        Assert.Equal((Decision.Hold, "hold.name_conflict"), Judge(Made.Of("Anna Berg", "Anna", null, Labelled), "Anna Voss"));

    [Fact]
    public void A_rare_surname_alone_says_more_than_a_common_one()
    {
        var contact = Made.Contact("Anna Papadopoulos", Bare);
        Assert.Equal(Decision.Start, Judge(contact, "Papadopoulos").Decision);
        Assert.Equal(Decision.Hold, Judge(Made.Contact("Anna Berg", Bare), "Berg").Decision);
    }

    [Fact]
    public void Agreement_on_a_rare_full_name_weighs_more_than_on_a_common_one()
    {
        var (rare, common) = (Made.Contact("Anna Papadopoulos", Bare), Made.Contact("Anna Berg", Bare));
        Assert.True(Weight(rare, "Anna Papadopoulos") > Weight(common, "Anna Berg"));
    }

    [Fact]
    public void A_phrase_contradicts_nobody_once_the_address_book_knows_what_names_look_like()
    {
        Assert.Equal((Decision.Hold, "hold.name_silent"), Judge(Made.Contact("Anna Berg", Labelled), "Night Owl"));
        Assert.Equal((Decision.Hold, "hold.name_conflict"), Judge(Made.Contact("Anna Berg", Labelled), "Night Owl", book: []));
    }

    [Fact]
    public void Father_and_son_are_told_apart_by_any_of_the_contacts_rows()
    {
        var son = Made.Of("Hugo Lind Jr", "Hugo Lind", null, Labelled);
        Assert.Equal((Decision.Hold, "hold.name_conflict"), Judge(son, "Hugo Lind Sr"));
    }

    [Fact]
    public void The_users_own_account_and_people_who_cannot_be_written_to_are_skipped()
    {
        var contact = Made.Contact("Anna Berg", Labelled);
        Assert.Equal((Decision.Skip, "skip.self"), JudgeUser(contact, new NetworkUser("@a") { FullName = "Anna Berg", IsSelf = true }));
        Assert.Equal((Decision.Skip, "skip.cannot_message"), JudgeUser(contact, new NetworkUser("@a") { FullName = "Anna Berg", CannotMessage = true }));
    }

    [Fact]
    public void A_shared_number_is_settled_only_by_a_name_that_conflicts_with_every_other_holder()
    {
        Contact[] family = [Made.Contact("Anna Berg", Labelled), Made.Contact("Peter Berg", Labelled)];
        Assert.Equal((Decision.Start, "note.shared_settled"), Judge(family[0], "Anna Berg", book: family));
        Assert.Equal((Decision.Hold, "hold.name_conflict"), Judge(family[1], "Anna Berg", book: family));
        Assert.Equal((Decision.Start, "note.shared_settled"), Judge(family[0], "Anna", book: family));
        Assert.Equal((Decision.Hold, "hold.shared"), Judge(family[0], "Berg", book: family));
        Assert.Equal((Decision.Hold, "hold.shared"), Judge(family[0], null, book: family));
    }

    private static double Weight(Contact contact, string shown) =>
        new PersonCheck(RankingModel.Of([contact, .. Made.Book()])).Compare(ContactNames.Of(contact), new NetworkUser("@a") { FullName = shown }).Evidence!.Weight;

    private static (Decision Decision, string Last) Judge(Contact contact, string? shown, bool hasOtherIdentifier = false, bool agreesElsewhere = false, IReadOnlyList<Contact>? book = null) =>
        JudgeUser(contact, new NetworkUser("@a") { FullName = shown }, hasOtherIdentifier, agreesElsewhere, book);

    private static (Decision Decision, string Last) JudgeUser(Contact contact, NetworkUser user, bool hasOtherIdentifier = false, bool agreesElsewhere = false, IReadOnlyList<Contact>? book = null)
    {
        var model = RankingModel.Of(book is null ? [contact, .. Made.Book()] : book.Contains(contact) ? book : [contact, .. book]);
        var candidate = new CandidateRanker(NetworkCatalog.Default, model).Rank(contact, Made.WhatsApp)[0];
        var judged = new PersonJudge(model).Judge(candidate, ContactNames.Of(contact), user, hasOtherIdentifier, agreesElsewhere);
        return (judged.Decision, judged.Evidence[^1].Id);
    }
}
