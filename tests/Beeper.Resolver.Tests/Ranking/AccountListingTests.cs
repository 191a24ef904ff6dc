using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Tests.Ranking;

public sealed class AccountListingTests
{
    [Fact]
    public void Numbers_that_differ_in_a_digit_or_agree_at_their_ends_are_not_one()
    {
        var listing = Listing(Made.WhatsApp, new NetworkUser("@a") { PhoneNumber = "+447700900123" });
        Assert.Single(listing.Find(new Identifier(IdentifierKind.Phone, "+447700900123")));
        Assert.Empty(listing.Find(new Identifier(IdentifierKind.Phone, "+447700900124")));
        Assert.Empty(listing.Find(new Identifier(IdentifierKind.Phone, "+17700900123")));
        Assert.Empty(listing.Find(new Identifier(IdentifierKind.Phone, "+44447700900123")));
    }

    [Theory]
    [InlineData("+525512345678", "+5215512345678")]
    [InlineData("+5531991234567", "+553191234567")]
    [InlineData("+5491151234567", "+541151234567")]
    public void WhatsApp_knows_a_number_by_its_older_form_and_Telegram_does_not(string modern, string older)
    {
        Assert.Single(Listing(Made.WhatsApp, new NetworkUser("@a") { PhoneNumber = older }).Find(new Identifier(IdentifierKind.Phone, modern)));
        Assert.Empty(Listing(Made.Telegram, new NetworkUser("@a") { PhoneNumber = older }).Find(new Identifier(IdentifierKind.Phone, modern)));
    }

    [Fact]
    public void Handles_are_found_without_regard_to_case_and_at_sign() =>
        Assert.Single(Listing(Made.Telegram, new NetworkUser("@a") { Username = "@HattieQuill" }).Find(new Identifier(IdentifierKind.Username, "hattiequill", "telegram")));

    [Fact]
    public void An_identifier_of_another_network_is_not_found() =>
        Assert.Empty(Listing(Made.Telegram, new NetworkUser("@a") { Username = "hattiequill" }).Find(new Identifier(IdentifierKind.Username, "hattiequill", "instagram")));

    [Fact]
    public void The_newer_of_two_chats_with_a_person_counts_and_the_owner_is_nobody()
    {
        var (me, her) = (new NetworkUser("@me:whatsapp") { IsSelf = true }, new NetworkUser("@a") { PhoneNumber = "+447700900123" });
        DirectChat[] chats = [Chat("old", 1, me, her), Chat("new", 5, her, me), Chat("older", 0, her, me), Chat("alone", 9, me)];
        var listing = new AccountListing(Made.WhatsApp, NetworkCatalog.Default["whatsapp"], chats, [me]);
        Assert.Equal("new", Assert.Single(listing.People).Chat!.Id);
    }

    private static DirectChat Chat(string id, int day, params NetworkUser[] people) => new(id, Made.WhatsApp.Id, people) { LastActivity = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day) };

    private static AccountListing Listing(Account account, params NetworkUser[] users) => new(account, NetworkCatalog.Default[account.Network], [], users);
}
