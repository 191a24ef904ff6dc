using System.Globalization;
using Beeper.Resolver.Normalization.Phones.Numbers;
using CsCheck;

namespace Beeper.Resolver.Tests.Normalization.Phones;

public sealed class DigitStringTests
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[1, DigitString.Most].Select(static characters => new string(characters));

    [Fact]
    public void Any_part_equals_the_part_of_the_text()
    {
        Gen.Select(Digits, Gen.Int[0, DigitString.Most], Gen.Int[0, DigitString.Most]).Sample(static (digits, first, second) =>
        {
            var start = Math.Min(Math.Min(first, second), digits.Length);
            var end = Math.Min(Math.Max(first, second), digits.Length);
            return Text(Packed(digits).From(start)) == digits[start..] && Text(Packed(digits).Range(start, end)) == digits[start..end];
        });
    }

    [Fact]
    public void Value_is_the_decimal_number()
    {
        Digits.Where(static digits => digits.Length <= 19).Sample(static digits => Packed(digits).Value == ulong.Parse(digits, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Digits_of_a_number_are_counted()
    {
        for (var exponent = 1; exponent < 20; exponent++)
        {
            Assert.Equal(exponent, DecimalWord.DigitsOf(DecimalWord.PowerOfTen(exponent) - 1));
            Assert.Equal(exponent + 1, DecimalWord.DigitsOf(DecimalWord.PowerOfTen(exponent)));
        }
        Gen.ULong.Where(static number => number > 0).Sample(static number => DecimalWord.DigitsOf(number) == number.ToString(CultureInfo.InvariantCulture).Length);
    }

    private static DigitString Packed(string digits) => digits.Aggregate(default(DigitString), static (packed, c) => packed.Append(c - '0'));

    private static string Text(DigitString digits) => string.Concat(Enumerable.Range(0, digits.Count).Select(index => (char)('0' + digits[index])));
}
