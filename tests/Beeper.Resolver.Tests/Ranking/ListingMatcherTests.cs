using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Tests.Ranking;

public sealed class ListingMatcherTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(30, "listing.recent")]
    [InlineData(3000, "listing.stale")]
    [InlineData(800, null)]
    public void A_chat_counts_by_its_age(int days, string? id)
    {
        var contact = Made.Contact("Anna Berg", Made.Phone("+447700900123"));
        var ids = Ids(Match([contact], contact, Made.WhatsApp, (new NetworkUser("@a") { FullName = "Anna Berg", PhoneNumber = "+447700900123" }, Now.AddDays(-days)))!);
        Assert.Contains("listing.chat", ids);
        Assert.Equal(id is null ? [] : [id], ids.Where(static one => one is "listing.recent" or "listing.stale"));
    }

    [Fact]
    public void Two_identifiers_that_lead_to_two_people_are_held()
    {
        var contact = Made.Contact("Anna Berg", Made.Phone("+447700900123"), Made.Phone("+447700900456"));
        Assert.Equal(["hold.two_users"], Ids(Match([contact], contact, Made.WhatsApp,
            (new NetworkUser("@a") { PhoneNumber = "+447700900123" }, Now), (new NetworkUser("@b") { PhoneNumber = "+447700900456" }, Now))!));
    }

    [Fact]
    public void Of_two_people_the_one_with_the_contacts_name_is_taken_when_the_other_is_clearly_somebody_else()
    {
        var contact = Made.Contact("Anna Berg", Made.Phone("+447700900123"), Made.Phone("+447700900456"));
        var match = Match([contact], contact, Made.WhatsApp,
            (new NetworkUser("@a") { PhoneNumber = "+447700900123", FullName = "Peter Voss" }, Now), (new NetworkUser("@b") { PhoneNumber = "+447700900456", FullName = "Anna Berg" }, Now))!;
        Assert.False(match.IsHeld);
        Assert.Equal("@b", match.Person!.User.Id);
    }

    [Fact]
    public void A_household_number_is_told_apart_by_the_name_the_network_shows()
    {
        Contact[] family = [Made.Contact("Anna Berg", Made.Phone("+442079460123")), Made.Contact("Peter Berg", Made.Phone("+442079460123"))];
        var person = (new NetworkUser("@a") { PhoneNumber = "+442079460123", FullName = "Anna Berg" }, Now);
        Assert.False(Match(family, family[0], Made.WhatsApp, person)!.IsHeld);
        Assert.True(Match(family, family[1], Made.WhatsApp, person)!.IsHeld);
        Assert.Contains("hold.shared", Ids(Match(family, family[0], Made.WhatsApp, (new NetworkUser("@a") { PhoneNumber = "+442079460123" }, Now))!));
    }

    [Fact]
    public void Two_contacts_on_one_person_are_reported_on_both()
    {
        Contact[] rows = [Made.Contact("Anna Berg", Made.Phone("+447700900123")), Made.Contact("Anna Berg", Made.Email("anna@example.com"))];
        var person = (new NetworkUser("@a") { PhoneNumber = "+447700900123", Email = "anna@example.com", FullName = "Anna Berg" }, Now);
        Assert.All(rows, contact => Assert.Contains("note.same_chat", Ids(Match(rows, contact, Made.WhatsApp, person)!)));
    }

    [Fact]
    public void A_name_by_itself_never_resolves_anybody_and_is_shown_for_a_decision()
    {
        var contact = Made.Contact("Anna Papadopoulos", Made.Handle("anna-papadopoulos", "linkedin"));
        IReadOnlyList<Contact> book = [contact, .. Made.Book()];
        var match = Match(book, contact, Made.LinkedIn, (new NetworkUser("@a") { FullName = "Papadopoulos Anna" }, Now))!;
        Assert.Equal(["listing.chat", "hold.name_only"], Ids(match));
        Assert.Equal("@a", match.Person!.User.Id);
        Assert.Null(Match(book, contact, Made.LinkedIn, (new NetworkUser("@a") { FullName = "Anna Papadopoulou Novak" }, Now)));
        Assert.Null(Match(book, contact, Made.LinkedIn, (new NetworkUser("@a") { FullName = "Anna Papadopoulos" }, Now), (new NetworkUser("@b") { FullName = "Papadopoulos Anna" }, Now)));
        Assert.Null(Match(book, contact, Made.LinkedIn, (new NetworkUser("@a") { FullName = "Anna Papadopoulos Jr" }, Now)));
        Assert.Null(Match(book, Made.Contact("Anna Papadopoulos"), Made.LinkedIn, (new NetworkUser("@a") { FullName = "Anna Papadopoulos" }, Now)));
    }

    private static ListingMatch? Match(IReadOnlyList<Contact> book, Contact contact, Account account, params (NetworkUser User, DateTimeOffset Last)[] chats)
    {
        var listing = new AccountListing(account, NetworkCatalog.Default[account.Network], chats.Select(chat => new DirectChat($"!{chat.User.Id}", account.Id, [chat.User]) { LastActivity = chat.Last }), []);
        var people = new SharedPeople(book, new Dictionary<string, AccountListing> { [account.Id] = listing });
        return new ListingMatcher(NetworkCatalog.Default, RankingModel.Of(book), Now, people).Match(contact, ContactNames.Of(contact), account, listing);
    }

    private static string[] Ids(ListingMatch match) => [.. match.Evidence.Select(static one => one.Id)];
}
