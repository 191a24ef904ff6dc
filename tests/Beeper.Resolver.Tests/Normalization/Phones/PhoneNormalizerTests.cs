using System.Text;
using Beeper.Resolver.Normalization.Phones;
using CsCheck;
using PhoneNumbers;

namespace Beeper.Resolver.Tests.Normalization.Phones;

public sealed class PhoneNormalizerTests
{
    private static readonly string[] Regions = [.. PhoneLibrary.Instance.GetSupportedRegions().Order(StringComparer.Ordinal)];

    private static readonly string[] Prefixes = ["", "+", "00", "011", "0", "1", "+44", "+1", "44"];

    [Fact]
    public void National_number_takes_the_region()
    {
        var phone = PhoneNormalizer.Normalize("(212) 555-0142", "US");
        Assert.Equal("+12125550142", phone.E164);
        Assert.Equal(1, phone.CallingCode);
        Assert.Equal(PhonePossibility.Possible, phone.Possibility);
    }

    [Fact]
    public void Valid_number_has_a_region_and_a_type()
    {
        var phone = PhoneNormalizer.Normalize("020 7946 0958", PhoneRegion.Of("GB"));
        Assert.Equal("+442079460958", phone.E164);
        Assert.Equal("GB", phone.Region.Name);
        Assert.Equal(PhoneType.FixedLine, phone.Type);
        Assert.True(phone.IsValid);
        Assert.True(phone.IsPossible);
    }

    [Theory]
    [InlineData("ask Maria", "US", PhoneError.NotANumber)]
    [InlineData("020 7946 0958", null, PhoneError.InvalidCountryCode)]
    [InlineData("+999 1234 5678", "US", PhoneError.InvalidCountryCode)]
    [InlineData("+49 123456789012345678", "US", PhoneError.TooLong)]
    [InlineData("011 49", "US", PhoneError.TooShortAfterInternationalPrefix)]
    public void Text_that_is_no_number_says_why(string text, string? region, PhoneError error)
    {
        var phone = PhoneNormalizer.Normalize(text, region);
        Assert.Equal(error, phone.Error);
        Assert.Null(phone.E164);
        Assert.False(phone.IsPossible);
    }

    [Theory]
    [InlineData("020 7946 0958 x1234", "1234")]
    [InlineData("020 7946 0958 ext. 007", "007")]
    [InlineData("tel:+44-20-7946-0958;ext=12", "12")]
    [InlineData("020 7946 0958", null)]
    public void Extension_is_kept_apart(string text, string? extension)
    {
        var phone = PhoneNormalizer.Normalize(text, "GB");
        Assert.Equal("+442079460958", phone.E164);
        Assert.Equal(extension, phone.Extension);
    }

    [Fact]
    public void Number_of_more_than_nineteen_digits_comes_from_the_library()
    {
        const string Long = "+886 12345678901234567";
        var phone = PhoneNormalizer.Normalize(Long, "US");
        Assert.Equal("+88612345678901234567", phone.E164);
        Assert.Equal(PhonePossibility.TooLong, phone.Possibility);
        Assert.False(PhoneLibrary.Core.TryReadScalar(Long, default, out _));
    }

    [Fact]
    public void E164_form_is_written_without_allocating()
    {
        Span<char> text = stackalloc char[21];
        Assert.True(PhoneNormalizer.Normalize("020 7946 0958", "GB").TryFormatE164(text, out var written));
        Assert.Equal("+442079460958", text[..written]);
        Assert.False(PhoneNormalizer.Normalize("020 7946 0958", "GB").TryFormatE164(text[..5], out _));
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var region = PhoneRegion.Of("GB");
        string[] texts = ["020 7946 0958", "+44 20 7946 0958", "tel:+44-20-7946-0958;ext=12", "\u202A020 7946 0958\u202C", "0800 FLOWERS", "ask Maria", "a@example.com"];
        Assert.Equal(0, Support.Allocation.Least(() =>
        {
            foreach (var text in texts)
                _ = PhoneNormalizer.Normalize(text, region);
        }));
    }

    [Fact]
    public void Trap_inputs_agree_with_the_library()
    {
        var traps = PhoneTraps.Read();
        Assert.Equal(108, traps.Count);
        Assert.All(traps, static trap => Assert.Null(PhoneLibrary.Difference(trap.Text, trap.Region)));
    }

    [Fact]
    public void Example_numbers_agree_in_every_format()
    {
        var compared = 0;
        foreach (var region in Regions)
        {
            foreach (var type in Enum.GetValues<PhoneNumberType>())
            {
                if (PhoneLibrary.Instance.GetExampleNumberForType(region, type) is not { } number)
                    continue;
                foreach (var format in Enum.GetValues<PhoneNumberFormat>())
                {
                    Assert.Null(PhoneLibrary.Difference(PhoneLibrary.Instance.Format(number, format), region));
                    compared++;
                }
            }
        }
        Assert.True(compared > 4_000);
    }

    [Fact]
    public void Random_digits_agree_in_every_region()
    {
        var number = Gen.Select(Gen.Int[0, Prefixes.Length - 1], Gen.Char['0', '9'].Array[1, 18], Gen.Int[0, Regions.Length - 1]);
        number.Sample((prefix, digits, region) => PhoneLibrary.Difference(Prefixes[prefix] + new string(digits), Regions[region]) is null, iter: 20_000);
    }

    [Fact]
    public void Random_text_agrees_with_the_library()
    {
        const string Alphabet = "01234567890123456789 -.()/+xXeEtTnNoO#,;:=~*[]a\u00A0\u2011\u202A\uFF0B\uFF11\u0660\u212A\u00F3@";
        var text = Gen.Select(Gen.Int[0, Alphabet.Length - 1].Array[1, 30], Gen.Int[0, Regions.Length - 1]);
        text.Sample((indexes, region) => PhoneLibrary.Difference(string.Concat(indexes.Select(static index => Alphabet[index])), Regions[region]) is null, iter: 20_000);
    }

    [Fact]
    public void Bytes_give_what_characters_give()
    {
        foreach (var (_, region, text) in PhoneTraps.Read().Where(static trap => trap.Text.Length > 0))
        {
            var given = PhoneRegion.Of(region);
            Assert.Equal(PhoneNormalizer.Normalize(text, given), PhoneNormalizer.Normalize(Encoding.UTF8.GetBytes(text), given));
        }
    }

    [Fact]
    public void Text_at_the_end_of_its_memory_page_is_read_in_full()
    {
        // Longer than a page, so that texts start at every distance from a page's end.
        var memory = GC.AllocateArray<char>(8192, pinned: true);
        var region = PhoneRegion.Of("GB");
        var expected = PhoneNormalizer.Normalize("020 7946 0958", region);
        for (var start = 0; start + 13 <= memory.Length; start++)
        {
            memory.AsSpan().Fill('9');
            "020 7946 0958".CopyTo(memory.AsSpan(start));
            Assert.Equal(expected, PhoneNormalizer.Normalize(memory.AsSpan(start, 13), region));
        }
    }

    [Theory]
    [InlineData("Mobile: 020 7946 0958", "+442079460958", null)]
    [InlineData("tel:+44-20-7946-0958", "+442079460958", null)]
    [InlineData("020 7946 0958 ext. 007", "+442079460958", "007")]
    [InlineData("0800 FLOWERS", "+448003569377", null)]
    [InlineData("XXX-XXX-12", "+4412", null)]
    [InlineData("12 (home)", null, null)]
    [InlineData("ask1@example.com", null, null)]
    public void Vector_layer_reads_on_where_the_digits_end(string text, string? e164, string? extension)
    {
        Assert.Null(PhoneLibrary.Difference(text, "GB"));
        Assert.Equal(PhoneCore.HasVectorLayer, PhoneLibrary.Core.TryReadVector(text, PhoneRegion.Of("GB"), out var phone));
        if (!PhoneCore.HasVectorLayer)
            return;
        Assert.Equal(e164, phone.E164);
        Assert.Equal(extension, phone.Extension);
    }

    [Fact]
    public void Result_tells_nothing_of_the_number()
    {
        Assert.DoesNotContain("7946", PhoneNormalizer.Normalize("020 7946 0958", "GB").ToString(), StringComparison.Ordinal);
    }
}
