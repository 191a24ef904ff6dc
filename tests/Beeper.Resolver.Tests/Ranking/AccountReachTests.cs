using System.Globalization;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Tests.Ranking;

public sealed class AccountReachTests
{
    private static readonly Contact[] Book = [.. Enumerable.Range(0, 400).Select(static n => Made.Contact($"Person {n}", Made.Phone(Number(n)), Made.Email($"p{n}@{(n % 2 == 0 ? "moreau" : "novak")}.example")))];

    [Fact]
    public void The_account_that_lists_fewer_of_the_contacts_counts_less()
    {
        var reach = Reach((Made.WhatsApp, 320), (Made.Telegram, 80));
        Assert.Null(reach.Of(Made.WhatsApp, Book[0].Identifiers[0].Identifier));
        Assert.Equal(("account.reach", -2.0), Reached(reach, Made.Telegram));
    }

    [Fact]
    public void Nothing_is_concluded_from_a_short_list() => Assert.Null(Reach((Made.WhatsApp, 320), (Made.Telegram, 20)).Of(Made.Telegram, Book[0].Identifiers[0].Identifier));

    [Fact]
    public void A_workspace_knows_the_domains_of_its_members()
    {
        var listing = new AccountListing(Made.Slack, NetworkCatalog.Default["slack"], [], Enumerable.Range(0, 6).Select(static n => new NetworkUser($"U{n}") { Email = $"m{n}@moreau.example" }));
        var reach = new AccountReach(Book, new Dictionary<string, AccountListing> { [Made.Slack.Id] = listing }, [Made.Slack], NetworkCatalog.Default, RankingWeights.Default);
        Assert.Equal("email.domain.members", reach.Of(Made.Slack, Book[0].Identifiers[1].Identifier)!.Id);
        Assert.Equal("email.domain.strangers", reach.Of(Made.Slack, Book[1].Identifiers[1].Identifier)!.Id);
        Assert.Null(reach.Of(Made.Telegram, Book[0].Identifiers[1].Identifier));
    }

    private static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"+4477009{n:D5}");

    private static (string, double) Reached(AccountReach reach, Account account) => reach.Of(account, Book[0].Identifiers[0].Identifier) is { } evidence ? (evidence.Id, Math.Round(evidence.Weight)) : ("", 0);

    private static AccountReach Reach(params (Account Account, int Listed)[] accounts) => new(
        Book,
        accounts.ToDictionary(static one => one.Account.Id, static one => new AccountListing(one.Account, NetworkCatalog.Default[one.Account.Network], [], Enumerable.Range(0, one.Listed).Select(static n => new NetworkUser($"@{n}") { PhoneNumber = Number(n) }))),
        [.. accounts.Select(static one => one.Account)],
        NetworkCatalog.Default,
        RankingWeights.Default);
}
