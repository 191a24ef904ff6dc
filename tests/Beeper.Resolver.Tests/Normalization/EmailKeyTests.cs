using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class EmailKeyTests
{
    [Theory]
    [InlineData("Harriet.Quill@example.com", "harriet.quill@example.com")]
    [InlineData("Harriet.Quill+news@gmail.com", "harrietquill@gmail.com")]
    [InlineData("h.a.r.r.i.e.t@googlemail.com", "harriet@gmail.com")]
    [InlineData("harriet+news@example.com", "harriet+news@example.com")]
    [InlineData("harriet.quill+news@outlook.com", "harriet.quill@outlook.com")]
    [InlineData("harriet.quill@outlook.com", "harriet.quill@outlook.com")]
    [InlineData("+tag@gmail.com", "+tag@gmail.com")]
    [InlineData("\"harriet\"@example.com", "harriet@example.com")]
    [InlineData("\"harriet quill\"@example.com", "\"harriet quill\"@example.com")]
    [InlineData("ÉVA@example.com", "éva@example.com")]
    public void The_key_folds_what_the_receiver_ignores(string address, string key) => Assert.Equal(key, EmailKey.Of(address));

    [Fact]
    public void A_key_is_given_back_as_the_same_string()
    {
        var key = string.Concat("harriet", "@example.com");
        Assert.Same(key, EmailKey.Of(key));
    }

    [Theory]
    [InlineData("info@example.com", EmailRoleKind.Role)]
    [InlineData("Sales-UK@example.com", EmailRoleKind.Role)]
    [InlineData("support2@example.com", EmailRoleKind.Role)]
    [InlineData("info+web@example.com", EmailRoleKind.Role)]
    [InlineData("buchhaltung@example.com", EmailRoleKind.Role)]
    [InlineData("sales.team@example.com", EmailRoleKind.Role)]
    [InlineData("no-reply@example.com", EmailRoleKind.NoReply)]
    [InlineData("do_not_reply@example.com", EmailRoleKind.NoReply)]
    [InlineData("orders-noreply@example.com", EmailRoleKind.NoReply)]
    [InlineData("mailer-daemon@example.com", EmailRoleKind.NoReply)]
    [InlineData("harriet.quill@example.com", EmailRoleKind.None)]
    [InlineData("hi.quill@example.com", EmailRoleKind.None)]
    [InlineData("informatix@example.com", EmailRoleKind.None)]
    [InlineData("h@example.com", EmailRoleKind.None)]
    public void Boxes_of_functions_are_told_from_those_of_people(string address, EmailRoleKind kind) => Assert.Equal(kind, EmailRole.Of(address));
}
