using Beeper.Resolver.Merging.Learning;
using CsCheck;

namespace Beeper.Resolver.Tests.Merging.Learning;

public sealed class TextDistanceTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char['a', 'e'], 0, 9];

    [Theory]
    [InlineData("neumann", "neuman", 1)]
    [InlineData("mia", "mai", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Edits_are_letters_changed_added_removed_or_swapped(string a, string b, int edits) => Assert.Equal(edits, TextDistance.Edits(a, b, 9));

    [Fact]
    public void More_edits_than_the_most_are_one_more_than_the_most() =>
        Gen.Select(Words, Words, Gen.Int[0, 9]).Sample((a, b, most) => TextDistance.Edits(a, b, most) == Math.Min(most + 1, TextDistance.Edits(a, b, 20)));

    [Fact]
    public void Edits_are_the_same_from_both_sides() => Gen.Select(Words, Words).Sample((a, b) => TextDistance.Edits(a, b, 9) == TextDistance.Edits(b, a, 9));

    [Theory]
    [InlineData("martha", "marhta", 0.9611)]
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("abc", "xyz", 0)]
    public void Jaro_and_Winklers_similarity_is_that_of_their_papers(string a, string b, double similarity) => Assert.Equal(similarity, TextDistance.JaroWinkler(a, b), 4);

    [Fact]
    public void Texts_of_any_length_can_be_compared() => Assert.Equal(1, TextDistance.Edits(new string('a', 300), new string('a', 299), 5));
}
