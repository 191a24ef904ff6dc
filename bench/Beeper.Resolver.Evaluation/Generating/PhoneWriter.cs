using PhoneNumbers;

namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>Writes a number as address books do: twelve notations, at times without country code, with an extension, cut short or damaged by a spreadsheet.</summary>
internal sealed class PhoneWriter(Draw draw, string homeRegion)
{
    private readonly PhoneNumberUtil _util = PhoneNumberUtil.GetInstance();

    /// <param name="e164">The number.</param>
    /// <param name="hasCountry">Whether the row tells the number's country, so that a national notation can be read.</param>
    public string Write(string e164, bool hasCountry)
    {
        if (draw.Chance(0.005))
            return e164[..^1];
        if (draw.Chance(0.005))
            return $"{e164[1]}.{e164[2]}E+{e164.Length - 2}";
        var number = _util.Parse(e164, null);
        var text = Styled(number, e164, hasCountry || _util.GetRegionCodeForNumber(number) == homeRegion);
        return draw.Chance(0.01) ? $"{text} ext. {draw.Below(90) + 10}" : text;
    }

    private string Styled(PhoneNumber number, string e164, bool nationalIsClear)
    {
        if (nationalIsClear && draw.Chance(0.3))
        {
            var national = _util.Format(number, PhoneNumberFormat.NATIONAL);
            return draw.Below(5) switch
            {
                0 => national,
                1 => Digits(national),
                2 => national.Replace('-', '.').Replace(' ', '.'),
                3 => national.Replace('-', ' '),
                _ => national.Replace(' ', '-'),
            };
        }
        var international = _util.Format(number, PhoneNumberFormat.INTERNATIONAL);
        return draw.Below(7) switch
        {
            0 or 1 => e164,
            2 => international,
            3 => $"00{Digits(e164)}",
            4 => international.Replace('-', ' '),
            5 => $"tel:{e164}",
            _ => _util.Format(number, PhoneNumberFormat.INTERNATIONAL).Replace(' ', '-'),
        };
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
