using System.Text.Json;
using Beeper.Resolver.Reporting;
using CsCheck;

namespace Beeper.Resolver.Tests.Reporting;

public sealed class ResolverJsonTests
{
    [Theory]
    [InlineData("+12125550142", "\"+12125550142\"")]
    [InlineData("Harriet <h@example.com> & 'Co'", "\"Harriet <h@example.com> & 'Co'\"")]
    [InlineData("Jürgen 王小明 👑", "\"Jürgen 王小明 👑\"")]
    [InlineData("a\"b\\c\nd\te", "\"a\\\"b\\\\c\\nd\\te\"")]
    [InlineData("\u001B[31m\u009B\u007F", "\"\\u001B[31m\\u009B\\u007F\"")]
    [InlineData("\u202Eabc\u2066\u200F\u2028", "\"\\u202Eabc\\u2066\\u200F\\u2028\"")]
    public void Text_stays_readable_and_cannot_act_on_a_terminal(string text, string json) => Assert.Equal(json, JsonSerializer.Serialize(text, ResolverJson.Options));

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Gen.String.Select(static text => new string([.. text.Where(static c => !char.IsSurrogate(c))])).Sample(text =>
            JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text, ResolverJson.Options)) == text
            && JsonSerializer.Deserialize<string>(JsonSerializer.SerializeToUtf8Bytes(text, ResolverJson.Options)) == text);

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_something_that_can_be_read() =>
        Assert.Equal("\uFFFD", JsonSerializer.Deserialize<string>(JsonSerializer.Serialize("\ud800", ResolverJson.Options)));
}
