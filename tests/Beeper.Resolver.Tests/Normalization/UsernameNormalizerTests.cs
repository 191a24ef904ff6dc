using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class UsernameNormalizerTests
{
    private static readonly string LinkedInId = $"ACoAA{new string('b', 34)}";

    [Theory]
    [InlineData("telegram", "@HattieQuill", "hattiequill")]
    [InlineData("telegram", "telegram:HattieQuill", "hattiequill")]
    [InlineData("telegram", "https://t.me/HattieQuill", "hattiequill")]
    [InlineData("instagram", "@hattie.quill", "hattie.quill")]
    [InlineData("twitter", "@HattieQuill", "HattieQuill")]
    [InlineData("signal", "Hattie.01", "hattie.01")]
    [InlineData("signal", "hattie.123", "hattie.123")]
    [InlineData("discord", "hattie#0420", "hattie#0420")]
    [InlineData("discord", "milo.q", "milo.q")]
    [InlineData("facebook", "Hattie.Quill", "hattie.quill")]
    [InlineData("linkedin", "Harriet-Quill", "harriet-quill")]
    [InlineData("linkedin", "josé-müller", "josé-müller")]
    [InlineData("bluesky", "@Hattie.bsky.social", "hattie.bsky.social")]
    [InlineData("line", "hattie_q", "hattie_q")]
    public void A_handle_is_taken_by_its_networks_rules(string network, string text, string handle) =>
        Assert.Equal(new Identifier(IdentifierKind.Username, handle, network), UsernameNormalizer.Normalize(text, network));

    [Theory]
    [InlineData("telegram", "milo")]
    [InlineData("telegram", "1hattie")]
    [InlineData("telegram", "hattie_")]
    [InlineData("telegram", "hattie__quill")]
    [InlineData("telegram", "Hattie Quill")]
    [InlineData("telegram", "hattie.quill")]
    [InlineData("telegram", "12345678")]
    [InlineData("telegram", "https://x.com/hattiequill")]
    [InlineData("instagram", "hattie-quill")]
    [InlineData("instagram", ".hattie")]
    [InlineData("instagram", "0123456789012345678901234567890")]
    [InlineData("instagram", "17841400000000000")]
    [InlineData("facebook", "100000000000001")]
    [InlineData("facebook", "1000.0000")]
    [InlineData("facebook", "milo")]
    [InlineData("twitter", "hattie_quill_the_1st")]
    [InlineData("twitter", "hattie.quill")]
    [InlineData("signal", "hattie")]
    [InlineData("signal", "hattie.00")]
    [InlineData("signal", "hattie.0")]
    [InlineData("signal", "hattie.012")]
    [InlineData("signal", "1hattie.01")]
    [InlineData("discord", "milo..q")]
    [InlineData("discord", "123456789012345678")]
    [InlineData("slack", "hattie")]
    [InlineData("slack", "WILLIAMS")]
    [InlineData("slack", "u012ab3cd")]
    [InlineData("whatsapp", "hattie")]
    [InlineData("whatsapp", "12125550142")]
    [InlineData("imessage", "hattie")]
    [InlineData("matrix", "hattie")]
    [InlineData("bluesky", "hattie")]
    [InlineData("linkedin", "ab")]
    [InlineData("linkedin", "ACwAAbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("line", "HATTIE")]
    [InlineData("telegram", "@")]
    [InlineData("telegram", " ")]
    public void What_breaks_the_rules_or_is_only_digits_gives_nothing(string network, string text) => Assert.Null(UsernameNormalizer.Normalize(text, network));

    [Theory]
    [InlineData("matrix", "@hattie:example.org")]
    [InlineData("matrix", "@Hattie/x:example.org:8448")]
    [InlineData("slack", "U012AB3CD")]
    [InlineData("slack", "T024BE7LD-U012AB3CD")]
    [InlineData("signal", "0f7a9a52-6ee5-4e5b-9d3a-0d4b6a4d3c11")]
    [InlineData("signal", "PNI:0f7a9a52-6ee5-4e5b-9d3a-0d4b6a4d3c11")]
    [InlineData("bluesky", "did:plc:ewvi7nxzyoun6zhxrhs64oiz")]
    [InlineData("line", "u0123456789abcdef0123456789abcdef")]
    public void A_user_ID_is_kept_as_written(string network, string id) =>
        Assert.Equal(new Identifier(IdentifierKind.UserId, id, network), UsernameNormalizer.Normalize(id, network));

    [Fact]
    public void A_LinkedIn_member_ID_is_no_slug() =>
        Assert.Equal(new Identifier(IdentifierKind.UserId, LinkedInId, "linkedin"), UsernameNormalizer.Normalize($"https://www.linkedin.com/in/{LinkedInId}/", "linkedin"));

    [Theory]
    [InlineData("whatsapp", "+1 (212) 555-0142", IdentifierKind.Phone, "+12125550142")]
    [InlineData("whatsapp", "12125550142@s.whatsapp.net", IdentifierKind.Phone, "+12125550142")]
    [InlineData("whatsapp", "12125550142@c.us", IdentifierKind.Phone, "+12125550142")]
    [InlineData("whatsapp", "123456789012345@lid", IdentifierKind.UserId, "lid-123456789012345")]
    [InlineData("whatsapp", "https://wa.me/12125550142", IdentifierKind.Phone, "+12125550142")]
    [InlineData("telegram", "+12125550142", IdentifierKind.Phone, "+12125550142")]
    [InlineData("imessage", "Harriet@EXAMPLE.com", IdentifierKind.Email, "Harriet@example.com")]
    public void Networks_of_numbers_and_addresses_take_those(string network, string text, IdentifierKind kind, string value) =>
        Assert.Equal(new Identifier(kind, value, network), UsernameNormalizer.Normalize(text, network));

    [Theory]
    [InlineData("facebook", "Hattie.Quill", "hattiequill")]
    [InlineData("twitter", "HattieQuill", "hattiequill")]
    [InlineData("instagram", "hattie.quill", "hattie.quill")]
    [InlineData(null, "Hattie", "hattie")]
    public void Handles_are_compared_without_what_their_network_ignores(string? network, string handle, string key) => Assert.Equal(key, HandleKey.Of(network, handle));
}
