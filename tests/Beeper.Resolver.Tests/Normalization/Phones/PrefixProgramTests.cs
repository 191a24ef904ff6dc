using System.Text.RegularExpressions;
using Beeper.Resolver.Normalization.Phones.Numbers;
using Beeper.Resolver.Normalization.Phones.Tables;

namespace Beeper.Resolver.Tests.Normalization.Phones;

public sealed class PrefixProgramTests
{
    [Fact]
    public void National_prefixes_match_as_regular_expressions_do()
    {
        var random = new Random(7);
        foreach (var pattern in PhoneLibrary.Instance.GetSupportedRegions().Select(PhoneLibrary.Instance.GetMetadataForRegion).Where(static region => region.HasNationalPrefixForParsing).Select(static region => region.NationalPrefixForParsing).Distinct())
        {
            var regex = new Regex($"^(?:{pattern})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
            var program = PrefixCompiler.Compile(pattern);
            for (var attempt = 0; attempt < 300; attempt++)
            {
                var digits = string.Concat(Enumerable.Range(0, 1 + random.Next(14)).Select(_ => (char)('0' + random.Next(attempt % 2 == 0 ? 10 : 3))));
                Compare(regex, program, digits);
            }
        }
    }

    private static void Compare(Regex regex, PrefixProgram program, string digits)
    {
        Span<sbyte> marks = stackalloc sbyte[PrefixProgram.MostMarks];
        var match = regex.Match(digits);
        Assert.Equal(match.Success ? match.Length : -1, program.Match(Packed(digits), marks));
        for (var group = 1; match.Success && group <= program.Groups; group++)
        {
            Assert.Equal(match.Groups[group].Success, marks[2 * group + 1] >= 0);
            if (match.Groups[group].Success)
                Assert.Equal(match.Groups[group].Index + match.Groups[group].Length, marks[2 * group + 1]);
        }
    }

    private static DigitString Packed(string digits) => digits.Aggregate(default(DigitString), static (packed, c) => packed.Append(c - '0'));
}
