using System.Globalization;
using Beeper.Resolver.Normalization;
using CsCheck;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class EmailNormalizerTests
{
    [Theory]
    [InlineData("harriet.quill@example.com", "harriet.quill@example.com")]
    [InlineData("Harriet.Quill@EXAMPLE.Com", "Harriet.Quill@example.com")]
    [InlineData("  harriet@example.com\r\n", "harriet@example.com")]
    [InlineData("<harriet@example.com>", "harriet@example.com")]
    [InlineData("Harriet Quill <harriet@example.com>", "harriet@example.com")]
    [InlineData("\"Quill, Harriet\" <harriet@example.com>", "harriet@example.com")]
    [InlineData("harriet@example.org <harriet@example.com>", "harriet@example.com")]
    [InlineData("harriet@example.com (Harriet Quill)", "harriet@example.com")]
    [InlineData("'harriet@example.com'", "harriet@example.com")]
    [InlineData("\"harriet@example.com\"", "harriet@example.com")]
    [InlineData("harriet@example.com;", "harriet@example.com")]
    [InlineData("mailto:harriet@example.com", "harriet@example.com")]
    [InlineData("MAILTO:harriet%2Btag@example.com?subject=Hi%3F", "harriet+tag@example.com")]
    [InlineData("Harriet <mailto:harriet@example.com>", "harriet@example.com")]
    [InlineData("harriet@example.com.", "harriet@example.com")]
    [InlineData("har\u200Briet@exam\u00ADple.com\u202C", "harriet@example.com")]
    [InlineData("harriet＠example.com", "harriet@example.com")]
    [InlineData("o'neil+tag/x=1!#$%&*{}|~^_`?-@example.com", "o'neil+tag/x=1!#$%&*{}|~^_`?-@example.com")]
    [InlineData("\"harriet quill\"@example.com", "\"harriet quill\"@example.com")]
    [InlineData("\"a@b,c\\\"d\"@Example.com", "\"a@b,c\\\"d\"@example.com")]
    [InlineData("harriet@[192.0.2.1]", "harriet@[192.0.2.1]")]
    [InlineData("harriet@[IPv6:2001:db8::1]", "harriet@[IPv6:2001:db8::1]")]
    [InlineData("harriet@BÜCHER.example", "harriet@xn--bcher-kva.example")]
    [InlineData("harriet@bu\u0308cher.example", "harriet@xn--bcher-kva.example")]
    [InlineData("harriet@bücher。example", "harriet@xn--bcher-kva.example")]
    [InlineData("harriet@例え.example", "harriet@xn--r8jz45g.example")]
    [InlineData("jose\u0301@example.com", "josé@example.com")]
    [InlineData("用户@example.com", "用户@example.com")]
    [InlineData("Ivan.Петров@example.com", "Ivan.Петров@example.com")]
    [InlineData("a@b-c.example", "a@b-c.example")]
    [InlineData("a@1.example", "a@1.example")]
    public void An_address_is_taken_in_the_form_that_is_sent(string text, string address)
    {
        Assert.Equal(new EmailParse(address, null), EmailNormalizer.Normalize(text));
        Assert.Equal(new EmailParse(address, null), EmailNormalizer.Normalize(text.AsSpan()));
    }

    [Theory]
    [InlineData("", EmailProblem.Empty)]
    [InlineData(" \u200B ", EmailProblem.Empty)]
    [InlineData("harriet", EmailProblem.NoAt)]
    [InlineData("harriet.example.com", EmailProblem.NoAt)]
    [InlineData("@example.com", EmailProblem.NoLocalPart)]
    [InlineData("harriet@", EmailProblem.NoDomain)]
    [InlineData("harriet@localhost", EmailProblem.DomainWithoutDot)]
    [InlineData("j@x.com, k@y.com", EmailProblem.Several)]
    [InlineData("j@x.com;k@y.com", EmailProblem.Several)]
    [InlineData("j@x.com k@y.com", EmailProblem.Several)]
    [InlineData("J <j@x.com>, K <k@y.com>", EmailProblem.Several)]
    [InlineData("mailto:j@x.com,k@y.com", EmailProblem.Several)]
    [InlineData("j@k@example.com", EmailProblem.BadLocalPart)]
    [InlineData(".harriet@example.com", EmailProblem.LocalDot)]
    [InlineData("harriet.@example.com", EmailProblem.LocalDot)]
    [InlineData("harriet..quill@example.com", EmailProblem.LocalDot)]
    [InlineData("harriet quill@example.com", EmailProblem.BadLocalPart)]
    [InlineData("harriet,quill@example.com", EmailProblem.BadLocalPart)]
    [InlineData("har\uFFFDriet@example.com", EmailProblem.BadLocalPart)]
    [InlineData("👑@example.com", EmailProblem.BadLocalPart)]
    [InlineData("\"harriet@example.com", EmailProblem.BadLocalPart)]
    [InlineData("\"har\"riet\"@example.com", EmailProblem.BadLocalPart)]
    [InlineData("harriet@-a.com", EmailProblem.DomainHyphen)]
    [InlineData("harriet@a-.com", EmailProblem.DomainHyphen)]
    [InlineData("harriet@a..b", EmailProblem.DomainDot)]
    [InlineData("harriet@.example.com", EmailProblem.DomainDot)]
    [InlineData("harriet@example.com..", EmailProblem.DomainDot)]
    [InlineData("harriet@exam_ple.com", EmailProblem.BadDomain)]
    [InlineData("harriet@exam ple.com", EmailProblem.BadDomain)]
    [InlineData("harriet@192.0.2.1", EmailProblem.BadDomain)]
    [InlineData("harriet@[192.0.2]", EmailProblem.BadDomain)]
    [InlineData("harriet@[example]", EmailProblem.BadDomain)]
    [InlineData("harriet@-bücher.example", EmailProblem.BadDomain)]
    [InlineData("harriet@👑_.example", EmailProblem.BadDomain)]
    public void A_text_that_is_no_address_says_why(string text, string problem) =>
        Assert.Equal(new EmailParse(null, problem), EmailNormalizer.Normalize(text));

    [Fact]
    public void The_lengths_of_the_standard_are_the_limits()
    {
        var local = new string('a', 64);
        var label = new string('b', 63);
        Assert.Null(EmailNormalizer.Normalize($"{local}@example.com").Problem);
        Assert.Equal(EmailProblem.LocalTooLong, EmailNormalizer.Normalize($"{local}a@example.com").Problem);
        Assert.Null(EmailNormalizer.Normalize($"a@{label}.com").Problem);
        Assert.Equal(EmailProblem.LabelTooLong, EmailNormalizer.Normalize($"a@{label}b.com").Problem);
        var longest = $"a@{label}.{label}.{label}.{new string('c', 60)}";
        Assert.Equal(254, longest.Length);
        Assert.Null(EmailNormalizer.Normalize(longest).Problem);
        Assert.Equal(EmailProblem.TooLong, EmailNormalizer.Normalize($"a{longest}").Problem);
        // Octets, not characters.
        Assert.Equal(EmailProblem.LocalTooLong, EmailNormalizer.Normalize($"{new string('é', 33)}@example.com").Problem);
    }

    [Fact]
    public void A_normal_address_is_given_back_as_the_same_string()
    {
        var address = string.Concat("harriet.quill", "@example.com");
        Assert.Same(address, EmailNormalizer.Normalize(address).Address);
    }

    [Fact]
    public void Writing_into_a_buffer_gives_the_same_and_allocates_nothing()
    {
        Span<char> buffer = stackalloc char[254];
        Assert.True(EmailNormalizer.TryNormalize(" Harriet@EXAMPLE.com ", buffer, out var written));
        Assert.Equal("Harriet@example.com", buffer[..written].ToString());
        Assert.False(EmailNormalizer.TryNormalize("harriet@example.com", buffer[..5], out written));
        Assert.Equal(0, written);
        Assert.False(EmailNormalizer.TryNormalize("j@x.com, k@y.com", buffer, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        EmailNormalizer.TryNormalize("Harriet@EXAMPLE.com", buffer, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Normalising_is_idempotent() => EmailGen.Text.Sample(text =>
    {
        var once = EmailNormalizer.Normalize(text);
        return once.Address is not { } address || EmailNormalizer.Normalize(address) == once;
    }, iter: 50_000);

    [Fact]
    public void The_fast_road_and_the_careful_one_agree() => EmailGen.Text.Sample(text =>
        // A trailing comma is trimmed by the careful road only, which then sees the same address.
        EmailNormalizer.Normalize(text) == EmailNormalizer.Normalize($"{text},"), iter: 50_000);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("INFO.I@igi.example", EmailNormalizer.Normalize("INFO.I@IGI.example").Address);
            Assert.Equal("info.i@igi.example", EmailKey.Of("INFO.I@igi.example"));
            Assert.Equal(EmailRoleKind.Role, EmailRole.Of("INFO@igi.example"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
