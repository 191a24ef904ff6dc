using PhoneNumbers;

namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>
/// Makes plausible numbers for invented people: valid, of the wanted line type, each given out once. They exist only while a run lasts and
/// are written to no committed file.
/// </summary>
internal sealed class PhoneFactory(Draw draw)
{
    private static readonly int[] AmericanAreas = [212, 206, 303, 312, 404, 415, 503, 512, 602, 617, 702, 713, 801, 919];

    private readonly PhoneNumberUtil _util = PhoneNumberUtil.GetInstance();
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, PhoneNumberType), string> _examples = [];

    public string Mobile(string region) => Make(region, PhoneNumberType.MOBILE);

    public string Fixed(string region) => Make(region, PhoneNumberType.FIXED_LINE);

    private string Make(string region, PhoneNumberType type)
    {
        while (true)
        {
            var digits = Example(region, type).ToCharArray();
            var from = Math.Max(2, digits.Length - 7);
            if (region == "US")
                draw.One(AmericanAreas).ToString(System.Globalization.CultureInfo.InvariantCulture).CopyTo(0, digits, 0, from = 3);
            for (var index = from; index < digits.Length; index++)
                digits[index] = (char)('0' + draw.Below(10));
            var number = new PhoneNumber.Builder().SetCountryCode(_util.GetCountryCodeForRegion(region)).SetNationalNumber(ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)).Build();
            var made = _util.GetNumberType(number);
            if ((made == type || made == PhoneNumberType.FIXED_LINE_OR_MOBILE) && _util.GetRegionCodeForNumber(number) == region && _given.Add(_util.Format(number, PhoneNumberFormat.E164)))
                return _util.Format(number, PhoneNumberFormat.E164);
        }
    }

    private string Example(string region, PhoneNumberType type)
    {
        if (!_examples.TryGetValue((region, type), out var digits))
            _examples[(region, type)] = digits = _util.GetNationalSignificantNumber(_util.GetExampleNumberForType(region, type));
        return digits;
    }
}
