using System.Globalization;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>Makes valid numbers of a region: its example numbers with other digits, as long as the library finds them valid.</summary>
public sealed class RandomNumbers
{
    private static readonly PhoneNumberType[] RareTypes =
    [
        PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.VOIP, PhoneNumberType.PERSONAL_NUMBER,
        PhoneNumberType.PAGER, PhoneNumberType.UAN, PhoneNumberType.VOICEMAIL,
    ];

    private readonly PhoneNumberUtil _library;
    private readonly SplitMix64 _random;

    public RandomNumbers(PhoneNumberUtil library, SplitMix64 random)
    {
        _library = library;
        _random = random;
        Regions = [.. library.GetSupportedRegions().Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Regions { get; }

    /// <summary>A valid number of a region: 62 % mobile, 30 % fixed, the rest any other type.</summary>
    public PhoneNumber In(string region)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var share = _random.Fraction();
            var type = share < 0.62 ? PhoneNumberType.MOBILE : share < 0.92 ? PhoneNumberType.FIXED_LINE : _random.Pick(RareTypes);
            if (_library.GetExampleNumberForType(region, type) is { } example)
                return Varied(example);
        }
        return _library.GetExampleNumber(region) ?? _library.GetExampleNumber("US");
    }

    private PhoneNumber Varied(PhoneNumber example)
    {
        var digits = _library.GetNationalSignificantNumber(example);
        for (var attempt = 0; attempt < 30; attempt++)
        {
            var kept = attempt < 15 ? _random.Below(3) : _random.Below(Math.Max(1, digits.Length - 3));
            var national = digits[..kept] + _random.Digits(digits.Length - kept);
            var number = Number(example.CountryCode, national);
            if (_library.IsValidNumber(number))
                return number;
        }
        return example;
    }

    private static PhoneNumber Number(int code, string national)
    {
        var builder = new PhoneNumber.Builder().SetCountryCode(code).SetNationalNumber(ulong.Parse(national, CultureInfo.InvariantCulture));
        var zeros = national.Length - Math.Max(1, national.TrimStart('0').Length);
        return zeros > 0 ? builder.SetNumberOfLeadingZeros(zeros).Build() : builder.Build();
    }
}
