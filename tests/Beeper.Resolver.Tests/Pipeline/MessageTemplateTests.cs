using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Tests.Pipeline;

public sealed class MessageTemplateTests
{
    [Theory]
    [InlineData("Hello {firstName}!", "Harriet Quill", "Hello Harriet!")]
    [InlineData("Dear {fullName}", "Harriet Quill", "Dear Harriet Quill")]
    [InlineData("{firstName}", "Quill, Harriet", "Harriet")]
    [InlineData("{firstName}", "Dr. Harriet Quill", "Harriet")]
    [InlineData("{firstName}", "Prof. Dr. Harriet Quill", "Harriet")]
    [InlineData("{firstName|friend}", "", "friend")]
    [InlineData("{firstName|friend}", "H. Quill", "friend")]
    [InlineData("{{firstName}} is {firstName}", "Jonas", "{firstName} is Jonas")]
    [InlineData("{firstName}", "José Ángel Duarte", "José")]
    [InlineData("No names here", "", "No names here")]
    public void Placeholders_take_the_contacts_values(string template, string name, string text) =>
        Assert.Equal(text, MessageTemplate.Parse(template).Render(Contact(name)));

    [Theory]
    [InlineData("")]
    [InlineData("Dr.")]
    [InlineData("ines@example.com")]
    [InlineData("+1 212 555 0142")]
    public void A_contact_without_a_value_gets_no_text(string name) =>
        Assert.Null(MessageTemplate.Parse("Hello {firstName}").Render(Contact(name)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Hello {lastName}")]
    [InlineData("Hello {firstName")]
    [InlineData("Hello firstName}")]
    [InlineData("Hello {}")]
    public void A_template_that_cannot_be_meant_is_refused(string template) =>
        Assert.Throws<FormatException>(() => MessageTemplate.Parse(template));

    // A name in the data is never a template.
    [Fact]
    public void Values_are_not_read_as_placeholders() =>
        Assert.Equal("Hello {fullName}", MessageTemplate.Parse("Hello {firstName}").Render(Contact("{fullName} Quill")));

    private static Contact Contact(string name) => new() { Key = "c1", Name = name, Records = [], Identifiers = [] };
}
