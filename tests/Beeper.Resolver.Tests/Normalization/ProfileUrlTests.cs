using Beeper.Resolver.Normalization;
using CsCheck;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class ProfileUrlTests
{
    [Theory]
    [InlineData("https://t.me/HattieQuill", "telegram", "hattiequill")]
    [InlineData("t.me/@hattiequill/", "telegram", "hattiequill")]
    [InlineData("telegram.me/hattiequill?start=x", "telegram", "hattiequill")]
    [InlineData("http://www.telegram.dog/hattiequill", "telegram", "hattiequill")]
    [InlineData("hattiequill.t.me", "telegram", "hattiequill")]
    [InlineData("https://web.telegram.org/k/#@hattiequill", "telegram", "hattiequill")]
    [InlineData("tg://resolve?domain=milo_q", "telegram", "milo_q")]
    [InlineData("tg:resolve?domain=milo_q&start=1", "telegram", "milo_q")]
    [InlineData("instagram.com/hattie.quill/?hl=en", "instagram", "hattie.quill")]
    [InlineData("https://m.instagram.com/hattie.quill/tagged/", "instagram", "hattie.quill")]
    [InlineData("https://ig.me/m/hattie.quill", "instagram", "hattie.quill")]
    [InlineData("https://www.facebook.com/hattie.quill", "facebook", "hattie.quill")]
    [InlineData("https://de-de.facebook.com/hattie.quill/about", "facebook", "hattie.quill")]
    [InlineData("https://m.me/hattie.quill", "facebook", "hattie.quill")]
    [InlineData("https://www.messenger.com/t/hattie.quill/", "facebook", "hattie.quill")]
    [InlineData("https://mobile.twitter.com/HattieQuill", "twitter", "HattieQuill")]
    [InlineData("https://x.com/HattieQuill?s=20", "twitter", "HattieQuill")]
    [InlineData("https://x.com/HattieQuill/with_replies", "twitter", "HattieQuill")]
    [InlineData("https://twitter.com/#!/HattieQuill", "twitter", "HattieQuill")]
    [InlineData("https://twitter.com/intent/user?screen_name=HattieQuill", "twitter", "HattieQuill")]
    [InlineData("https://uk.linkedin.com/in/harriet-quill/", "linkedin", "harriet-quill")]
    [InlineData("https://www.linkedin.com/in/jos%C3%A9-m%C3%BCller?trk=x", "linkedin", "josé-müller")]
    [InlineData("https://bsky.app/profile/hattie.bsky.social", "bluesky", "hattie.bsky.social")]
    [InlineData("https://line.me/ti/p/~hattie_q", "line", "hattie_q")]
    public void A_profile_address_gives_the_handle(string address, string network, string handle) =>
        Assert.Equal(new Identifier(IdentifierKind.Username, handle, network), ProfileUrl.Parse(address));

    [Theory]
    [InlineData("https://www.facebook.com/profile.php?id=100000000000001", "facebook", "100000000000001")]
    [InlineData("https://www.facebook.com/people/Harriet-Quill/100000000000001/", "facebook", "100000000000001")]
    [InlineData("https://www.messenger.com/t/100000000000001", "facebook", "100000000000001")]
    [InlineData("https://discord.com/users/123456789012345678", "discord", "123456789012345678")]
    [InlineData("https://matrix.to/#/@hattie:example.org?via=example.org", "matrix", "@hattie:example.org")]
    [InlineData("https://matrix.to/#/%40hattie%3Aexample.org", "matrix", "@hattie:example.org")]
    [InlineData("matrix:u/hattie:example.org?action=chat", "matrix", "@hattie:example.org")]
    [InlineData("https://quill.slack.com/team/U012AB3CD", "slack", "U012AB3CD")]
    [InlineData("https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz", "bluesky", "did:plc:ewvi7nxzyoun6zhxrhs64oiz")]
    public void An_address_that_names_an_ID_gives_the_ID(string address, string network, string id) =>
        Assert.Equal(new Identifier(IdentifierKind.UserId, id, network), ProfileUrl.Parse(address));

    [Theory]
    [InlineData("https://wa.me/12125550142", "whatsapp")]
    [InlineData("https://wa.me/+12125550142?text=hi", "whatsapp")]
    [InlineData("https://api.whatsapp.com/send?phone=12125550142&text=hi", "whatsapp")]
    [InlineData("whatsapp://send?phone=+12125550142", "whatsapp")]
    [InlineData("https://signal.me/#p/+12125550142", "signal")]
    [InlineData("sgnl://signal.me/#p/+12125550142", "signal")]
    [InlineData("https://t.me/+12125550142", "telegram")]
    [InlineData("tg://resolve?phone=12125550142", "telegram")]
    [InlineData("tel:+1-212-555-0142;ext=7", null)]
    [InlineData("sms:+12125550142?body=hi", null)]
    [InlineData("imessage:+12125550142", "imessage")]
    public void An_address_that_names_a_number_gives_the_number(string address, string? network) =>
        Assert.Equal(new Identifier(IdentifierKind.Phone, "+12125550142", network), ProfileUrl.Parse(address));

    [Theory]
    [InlineData("hattiequill")]
    [InlineData("@hattiequill")]
    [InlineData("Harriet Quill")]
    [InlineData("12125550142")]
    [InlineData("https://t.me/+AbCdEf123")]
    [InlineData("https://t.me/joinchat/AbCdEf")]
    [InlineData("https://t.me/share/url?url=x")]
    [InlineData("https://t.me/s/hattiequill")]
    [InlineData("https://t.me/hattiequill/42")]
    [InlineData("tg://join?invite=AbCdEf")]
    [InlineData("https://wa.me/message/ABC")]
    [InlineData("https://wa.me/qr/ABC")]
    [InlineData("https://chat.whatsapp.com/AbCdEf")]
    [InlineData("https://signal.me/#eu/AbCdEf")]
    [InlineData("https://signal.me/#p/hattie.01")]
    [InlineData("https://instagram.com/p/AbCdEf/")]
    [InlineData("https://instagram.com/hattie.quill/p/AbCdEf/")]
    [InlineData("https://instagram.com/explore/")]
    [InlineData("https://facebook.com/groups/hattie")]
    [InlineData("https://facebook.com/hattie.quill/posts/123")]
    [InlineData("https://facebook.com/share/AbCdEf")]
    [InlineData("https://facebook.com/profile.php?id=me")]
    [InlineData("https://x.com/i/status/123")]
    [InlineData("https://x.com/HattieQuill/status/123")]
    [InlineData("https://x.com/search?q=hattie")]
    [InlineData("https://linkedin.com/company/quill")]
    [InlineData("https://linkedin.com/pub/harriet-quill/1/2a3/4b5")]
    [InlineData("https://linkedin.com/sales/people/ACwAAb")]
    [InlineData("https://discord.gg/abcdef")]
    [InlineData("https://discord.com/invite/abcdef")]
    [InlineData("https://discord.com/users/12345")]
    [InlineData("https://github.com/hattiequill")]
    [InlineData("https://quill.example.org/hattie")]
    [InlineData("https://t.me@quill.example.org/hattiequill")]
    [InlineData("https://x.com.quill.example.org/hattiequill")]
    [InlineData("https://quill.example.org/t.me/hattiequill")]
    [InlineData("https://evil-linkedin.com/in/harriet-quill")]
    [InlineData("ftp://t.me/hattiequill")]
    [InlineData("javascript:t.me/hattiequill")]
    [InlineData("https://")]
    [InlineData("://")]
    [InlineData("tel:2125550142")]
    [InlineData("")]
    public void Everything_else_gives_nothing(string address) => Assert.Null(ProfileUrl.Parse(address));

    [Fact]
    public void A_word_without_an_address_around_it_is_never_a_handle() =>
        Gen.Char["abcxyzABC019_-@"].Array[1, 20].Select(static letters => new string(letters)).Sample(word => ProfileUrl.Parse(word) is null);

    [Fact]
    public void Any_text_can_be_read() =>
        Gen.Select(Gen.Int[0, 7], Gen.String).Sample((host, rest) =>
        {
            string[] starts = ["https://t.me/", "tg:resolve?domain=", "facebook.com/", "https://x.com/", "matrix:u/", "https://matrix.to/#/", "linkedin.com/in/", "wa.me/"];
            return ProfileUrl.Parse(starts[host] + rest) is not { } found || found.Value.Length > 0;
        });

    [Fact]
    public void A_handle_read_again_is_the_same() =>
        Gen.Select(Gen.Int[0, 3], Gen.Char["abcXYZ019_."].Array[1, 20]).Sample((index, letters) =>
        {
            string[] networks = ["telegram", "instagram", "twitter", "facebook"];
            var once = UsernameNormalizer.Normalize(new string(letters), networks[index]);
            return once is not { } found || UsernameNormalizer.Normalize(found.Value, networks[index]) == once;
        });
}
