using System.Text.Json;
using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Tests.Networks;

public sealed class NetworkFormsTests
{
    [Theory]
    [InlineData("whatsapp", IdentifierKind.Phone, "+12125550142", true)]
    [InlineData("whatsapp", IdentifierKind.Phone, "12125550142", false)]
    [InlineData("whatsapp", IdentifierKind.Phone, "+1 212 555 0142", false)]
    [InlineData("whatsapp", IdentifierKind.Phone, "+1212555", false)]
    [InlineData("signal", IdentifierKind.Phone, "+12125550142;ext=4", false)]
    [InlineData("signal", IdentifierKind.UserId, "9d0652a3-dcc3-4d11-975f-74d61598733f", true)]
    [InlineData("signal", IdentifierKind.UserId, "hattie.42", false)]
    [InlineData("gmessages", IdentifierKind.Phone, "20911", false)]
    [InlineData("telegram", IdentifierKind.Username, "hattiequill", true)]
    [InlineData("telegram", IdentifierKind.Username, "hatt", false)]
    [InlineData("telegram", IdentifierKind.Username, "hattie__quill", false)]
    [InlineData("telegram", IdentifierKind.Username, "hattie quill", false)]
    [InlineData("telegram", IdentifierKind.UserId, "123456789", false)]
    [InlineData("facebook", IdentifierKind.UserId, "100004242424242", true)]
    [InlineData("facebook", IdentifierKind.UserId, "harriet.quill", false)]
    [InlineData("instagram", IdentifierKind.UserId, "harriet.quill", false)]
    [InlineData("linkedin", IdentifierKind.UserId, "harriet-quill", false)]
    [InlineData("linkedin", IdentifierKind.UserId, "ACoAA0123456789012345678901234567890123", true)]
    [InlineData("twitter", IdentifierKind.Username, "@OdileBrandt", false)]
    [InlineData("twitter", IdentifierKind.Username, "https://x.com/OdileBrandt", false)]
    [InlineData("twitter", IdentifierKind.Username, "SixteenLettersXX", false)]
    [InlineData("slack", IdentifierKind.UserId, "harriet@example.com", false)]
    [InlineData("slack", IdentifierKind.UserId, "U012AB3CD", true)]
    [InlineData("matrix", IdentifierKind.UserId, "@harriet:example.org", true)]
    [InlineData("matrix", IdentifierKind.UserId, "harriet", false)]
    public void What_a_bridge_would_refuse_or_misread_is_not_sent(string network, IdentifierKind kind, string value, bool isTaken) =>
        Assert.Equal(isTaken, IdentifierForm.IsTaken(new Identifier(kind, value), NetworkCatalog.Default[network]));

    [Fact]
    public void Every_pattern_of_the_data_file_is_one() =>
        Assert.All(NetworkCatalog.Default.Profiles.SelectMany(static profile => profile.Forms.Values), static form => Assert.NotNull(IdentifierForm.Pattern(form)));

    [Theory]
    [InlineData("linkedin")]
    [InlineData("imessage")]
    [InlineData("matrix")]
    [InlineData("discord")]
    public void Networks_where_a_start_is_seen_or_impossible_never_start_by_default(string network) => Assert.Equal(NetworkMode.ExistingOnly, NetworkCatalog.Default[network].Mode);

    [Fact]
    public void Telegram_phones_have_a_budget_of_their_own()
    {
        var telegram = NetworkCatalog.Default["telegram"];
        Assert.Equal(new NetworkBudget(20, 300, 1000), telegram.BudgetOf(IdentifierKind.Phone));
        Assert.Equal(new NetworkBudget(3, 30, 100), telegram.BudgetOf(IdentifierKind.Username));
        Assert.Equal(new NetworkBudget(2, 20, 50), NetworkCatalog.Default["whatsapp"].BudgetOf(IdentifierKind.Phone));
    }

    [Fact]
    public void A_users_file_replaces_a_profile_whole_with_its_forms_and_budgets()
    {
        var catalog = NetworkCatalog.WithOverrides("""
            [{ "key": "line", "name": "LINE", "accepts": ["username"], "looksUp": ["username"], "forms": { "username": "[a-z]{4,8}", "id": "U.+" }, "mode": "create", "budget": { "perMinute": 1, "perHour": 2, "perDay": 3 } }]
            """);
        Assert.Equal(NetworkMode.Create, catalog["line"].Mode);
        Assert.False(IdentifierForm.IsTaken(new Identifier(IdentifierKind.Username, "hattie_quill"), catalog["line"]));
        Assert.Equal(NetworkCatalog.Default["whatsapp"].Budget, catalog["whatsapp"].Budget);
        Assert.NotEqual(NetworkCatalog.Default["line"].Digest, catalog["line"].Digest);
    }

    [Fact]
    public void A_misspelt_member_of_a_users_file_is_an_error() =>
        Assert.Throws<JsonException>(static () => NetworkCatalog.WithOverrides("""[{ "key": "line", "name": "LINE", "acceps": ["id"] }]"""));
}
