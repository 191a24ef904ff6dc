using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Tests;

public sealed class NetworkCatalogTests
{
    [Theory]
    [InlineData("local-whatsapp_ba_Zq81", "whatsapp")]
    [InlineData("slackgo.T012-U345", "slack")]
    [InlineData("hungryserv", "matrix")]
    [InlineData("discordgo", "discord")]
    [InlineData("Twitter/X", "twitter")]
    [InlineData("Beeper (Matrix)", "matrix")]
    [InlineData("imessagego", "imessage")]
    [InlineData("carrier-pigeon", "unknown")]
    public void Names_of_bridges_and_accounts_lead_to_one_key(string name, string key) =>
        Assert.Equal(key, NetworkCatalog.Default.CanonicalKey(name));
}
