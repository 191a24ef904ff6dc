using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class NameSimilarityTests
{
    [Theory]
    [InlineData("Harriet Quill", "Quill, Harriet", 100, 100)]
    [InlineData("Иван Петров", "Ivan Petrov", 100, 100)]
    [InlineData("José Marin", "Jose\u0301 Marin", 100, 100)]
    [InlineData("Иван Петров", "Сергей Волков", 1, 70)]
    [InlineData("John Smith", "Joan Smith", 85, 95)]
    [InlineData("", "Harriet Quill", 0, 0)]
    public void Likeness_is_told_on_folded_words(string left, string right, int least, int most)
    {
        var similarity = NameSimilarity.Of(NameFolder.Fold(left), NameFolder.Fold(right));
        Assert.InRange(similarity, least, most);
        Assert.Equal(similarity, NameSimilarity.Of(NameFolder.Fold(right), NameFolder.Fold(left)));
    }
}
