using System.Text.Json;
using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class NameVocabularyTests
{
    [Theory]
    [InlineData("William", "Bill", true)]
    [InlineData("William", "Will", true)]
    [InlineData("Bill", "Will", false)]
    [InlineData("Aleksandr", "Sasha", true)]
    [InlineData("Alexandr", "Sasha", true)]
    [InlineData("Nicholas", "Nick", true)]
    [InlineData("Katherine", "Cathy", true)]
    [InlineData("Ann", "Annette", false)]
    [InlineData("Harriet", "Quill", false)]
    [InlineData("Harriet", "Harriet", false)]
    public void Short_forms_hold_between_two_words_and_are_never_chained(string left, string right, bool expected)
    {
        var (a, b) = (NameFolder.Fold(left).Tokens[0], NameFolder.Fold(right).Tokens[0]);
        Assert.Equal(expected, NameVocabulary.AreShortForms(a.ShortName, b.ShortName));
        Assert.Equal(expected, NameVocabulary.AreShortForms(b.ShortName, a.ShortName));
    }

    [Theory]
    [InlineData("Mohammed", "Muhammad", true)]
    [InlineData("Kim", "Gim", true)]
    [InlineData("Yuri", "Iouri", true)]
    [InlineData("Carl", "Karl", true)]
    [InlineData("Anna", "Anne", false)]
    [InlineData("Jun", "Chun", false)]
    public void Listed_spellings_are_one_name(string left, string right, bool expected) =>
        Assert.Equal(expected, NameFolder.Fold(left).Tokens[0].Equals(NameFolder.Fold(right).Tokens[0], anySpelling: true));

    [Fact]
    public void The_data_files_hold_folded_words_without_repetition()
    {
        var names = Json<Dictionary<string, string>>("short-names.json");
        Assert.True(names.Count > 500);
        foreach (var (name, shorts) in names)
        {
            var words = shorts.Split(' ');
            Assert.Equal(words.Length, words.Distinct(StringComparer.Ordinal).Count());
            Assert.DoesNotContain(name, words);
            Assert.All(words.Append(name), static word => Assert.Matches("^[a-z]+$", word));
        }
        Assert.All(Json<string[]>("name-spellings.json"), static group => Assert.Matches("^[a-z]+( [a-z]+)+$", group));
        Assert.All(Json<Dictionary<string, string>>("korean-surnames.json").Keys, static surname => Assert.InRange(surname.Length, 1, 2));
        foreach (var (name, readings) in Json<Dictionary<string, string>>("japanese-surnames.json").Concat(Json<Dictionary<string, string>>("japanese-given-names.json")))
        {
            Assert.Equal(NameScript.EastAsian, NameFolder.Fold(name).Script);
            Assert.Matches("^[a-z]+( [a-z]+)*$", readings);
        }
    }

    private static T Json<T>(string name)
    {
        using var stream = typeof(NameFolder).Assembly.GetManifestResourceStream(name);
        Assert.NotNull(stream);
        return JsonSerializer.Deserialize<T>(stream)!;
    }
}
