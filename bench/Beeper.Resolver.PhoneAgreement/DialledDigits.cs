using System.Globalization;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>
/// Digit strings in every dialling shape for every region in turn: random digits, example numbers with other digits, and both behind plus,
/// trunk prefix, international prefix, own and foreign calling codes.
/// </summary>
public sealed class DialledDigits
{
    private readonly SplitMix64 _random;
    private readonly Plan[] _plans;
    private readonly string[] _codes;

    public DialledDigits(PhoneNumberUtil library, SplitMix64 random)
    {
        _random = random;
        _codes = [.. library.GetSupportedCallingCodes().Order().Select(static code => code.ToString(CultureInfo.InvariantCulture))];
        _plans = [.. library.GetSupportedRegions().Order(StringComparer.Ordinal).Select(region => PlanOf(library, region))];
    }

    public PhoneRow Next()
    {
        var plan = _random.Pick(_plans);
        var body = Body(plan);
        var text = _random.Below(12) switch
        {
            0 or 1 => $"+{plan.Code}{body}",
            2 => plan.Trunk + body,
            3 => plan.International + plan.Code + body,
            4 => plan.Code + body,
            5 => plan.Code + plan.Trunk + body,
            6 => $"+{plan.Code}{plan.Trunk}{body}",
            7 => $"+{_random.Pick(_codes)}{body}",
            8 => _random.Digits(_random.Below(5)) + body,
            9 => $"+{body}",
            10 => $"{plan.International}{_random.Pick(_codes)}{body}",
            _ => body,
        };
        return new PhoneRow(plan.Region, text);
    }

    private string Body(Plan plan)
    {
        if (plan.Examples.Length == 0 || _random.Below(4) == 0)
            return _random.Digits(1 + _random.Below(18));
        var example = _random.Pick(plan.Examples);
        var changed = 1 + _random.Below(example.Length);
        var body = example[..^changed] + _random.Digits(changed);
        return _random.Below(12) switch
        {
            0 => body[..^1],
            1 => body + _random.Digits(1),
            _ => body,
        };
    }

    private static Plan PlanOf(PhoneNumberUtil library, string region)
    {
        var metadata = library.GetMetadataForRegion(region);
        var examples = Enum.GetValues<PhoneNumberType>()
            .Select(type => library.GetExampleNumberForType(region, type))
            .Where(static number => number is not null)
            .Select(library.GetNationalSignificantNumber)
            .Where(static digits => digits.Length > 1)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var international = metadata.InternationalPrefix is { Length: > 0 } prefix && prefix.All(char.IsAsciiDigit) ? prefix : "00";
        return new Plan(region, metadata.CountryCode.ToString(CultureInfo.InvariantCulture), metadata.NationalPrefix ?? "", international, examples);
    }

    private sealed record Plan(string Region, string Code, string Trunk, string International, string[] Examples);
}
