using System.Globalization;
using System.Text;
using Beeper.Resolver.Normalization;
using CsCheck;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class NameFolderTests
{
    [Theory]
    [InlineData("Harriet Quill", "harriet quill")]
    [InlineData("Quill, Harriet", "harriet quill")]
    [InlineData("Prof. Dr. Harriet Quill", "harriet quill")]
    [InlineData("Sra. Harriet Quill", "harriet quill")]
    [InlineData("Dipl.-Ing. Dr.med. Harriet Quill", "harriet quill")]
    [InlineData("Harriet Quill, M.D., Ph.D.", "harriet quill")]
    [InlineData("Harriet Quill MBA", "harriet quill")]
    [InlineData("Yo-Yo Ma", "yo yo ma")]
    [InlineData("HARRIET MA", "harriet ma")]
    [InlineData("Don Smith", "don smith")]
    [InlineData("Don. Diego Smith", "diego smith")]
    [InlineData("J.R. Quill", "j r quill")]
    [InlineData("Dr.", "dr")]
    [InlineData("(Harriet Quill)", "harriet quill")]
    [InlineData("Harriet (Quill", "harriet quill")]
    [InlineData("Harriet „Hattie“ Quill", "harriet quill")]
    [InlineData("D’Arcy-Jones", "darcy jones")]
    [InlineData("Straße ẞ", "strasse ss")]
    [InlineData("Łukasz Đorđević", "lukasz dordevic")]
    [InlineData("İrem Çağlı", "irem cagli")]
    [InlineData("ΓΙΩΡΓΟΣ", "giorgos")]
    [InlineData("გიორგი", "giorgi")]
    [InlineData("王小明 Xiaoming Wang", "xiaoming wang")]
    [InlineData("Иван Petrov", "ivan petrov")]
    [InlineData("김철수", "김 철수")]
    [InlineData("남궁민수", "남궁 민수")]
    [InlineData("Taxi ٢", "taxi 2")]
    [InlineData("👑✨", "")]
    [InlineData("\ud800", "")]
    public void Words_are_folded(string name, string words) =>
        Assert.Equal(words, string.Join(' ', NameFolder.Fold(name).Tokens.Select(static token => token.Form)));

    [Theory]
    [InlineData("John Hale Jr.", "jr")]
    [InlineData("John Hale, Junior", "jr")]
    [InlineData("Hale Sr, John", "sr")]
    [InlineData("John Hale III", "iii")]
    [InlineData("John Hale 3rd MD", "iii")]
    [InlineData("João da Silva Neto", "neto")]
    [InlineData("Maria Neto", null)]
    [InlineData("Sr. Diego Hale", null)]
    [InlineData("Quill, J.R.", null)]
    public void The_generation_is_set_apart(string name, string? generation) => Assert.Equal(generation, NameFolder.Fold(name).Generation);

    [Theory]
    [InlineData("Harriet Quill", NameScript.Alphabetic)]
    [InlineData("Иван Петров", NameScript.Alphabetic)]
    [InlineData("王小明", NameScript.EastAsian)]
    [InlineData("たなか", NameScript.EastAsian)]
    [InlineData("김철수", NameScript.Hangul)]
    [InlineData("محمد", NameScript.Semitic)]
    [InlineData("מיכאל", NameScript.Semitic)]
    [InlineData("สมชาย", NameScript.Other)]
    [InlineData("12", NameScript.None)]
    public void The_script_is_known(string name, NameScript script) => Assert.Equal(script, NameFolder.Fold(name).Script);

    [Theory]
    [InlineData("Unknown", false)]
    [InlineData("IT Support", false)]
    [InlineData("Taxi 7", false)]
    [InlineData("Quill Dental Clinic", false)]
    [InlineData("Quill Ltd.", false)]
    [InlineData("Quill AG", false)]
    [InlineData("Harriet Ag", true)]
    [InlineData("Harriet Quill", true)]
    [InlineData("Mom", false)]
    [InlineData("Harriet & Milo Quill", false)]
    public void Functions_firms_and_placeholders_are_no_people(string name, bool isPerson) => Assert.Equal(isPerson, NameFolder.Fold(name).IsPerson);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("az-Latn-AZ")]
    public void The_culture_does_not_matter(string culture)
    {
        var names = new[] { "IRIS QUILL", "İrem Işık", "Iris Quill III", "Ι. ΠΑΠΑΣ", "Taxi ٢", "Jürgen Groß", "Kim 10" };
        var expected = names.Select(Describe).ToList();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, names.Select(Describe));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Harriet\uFFFE Quill")]
    [InlineData("Harriet\uFFFF Quill\u00E9\uFFFE")]
    [InlineData("\uFFFE")]
    public void Characters_that_are_none_break_nothing(string name) => Assert.NotNull(NameFolder.Fold(name));

    [Fact]
    public void Composed_and_decomposed_text_fold_alike()
    {
        foreach (var word in new[] { "José", "Zoë", "Ångström", "Groß", "Ёлкин", "한국", "Đặng", "ἀλήθεια" })
            Assert.Equal(Describe(word.Normalize(NormalizationForm.FormC)), Describe(word.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Folding_the_folded_words_changes_nothing() =>
        NameGen.Name.Where(static name => !name.Contains("GmbH", StringComparison.Ordinal)).Sample(name =>
        {
            var once = string.Join(' ', NameFolder.Fold(name).Tokens.Select(static token => token.Form));
            var twice = NameFolder.Fold(once);
            // Words that were no titles in their place may be titles in the folded text ("ma", "jr").
            return NameFolder.Fold(name).Script is NameScript.Other || once == string.Join(' ', twice.Tokens.Select(static token => token.Form)) || once.Split(' ').Any(static word => word is "ma" or "jr" or "sr" or "iii" or "phd" or "dr" or "mobile");
        }, iter: 5_000);

    private static string Describe(string name)
    {
        var folded = NameFolder.Fold(name);
        return $"{string.Join(' ', folded.Tokens.Select(static token => $"{token.Form}/{token.Expanded}"))}|{folded.Generation}|{folded.Script}|{folded.IsPerson}";
    }
}
