using System.Globalization;
using System.Text;
using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>Writes numbers in the notations of real address books, each as often as it occurs there.</summary>
public sealed class MessyNotation(PhoneNumberUtil library, SplitMix64 random)
{
    private static readonly (string Shape, double Domestic, double Foreign)[] Shapes =
    [
        ("e164", 20, 40), ("code without plus", 3, 3), ("international", 12, 25), ("international, own separators", 6, 12), ("international with (0)", 1.5, 1.5),
        ("national", 24, 0), ("national without trunk", 7, 0), ("national with trunk", 5, 0), ("national, own separators", 8, 0),
        ("prefix of the region", 2.5, 9), ("prefix of anywhere", 0, 5), ("tel", 2.5, 3), ("extension", 3, 2), ("vanity", 0.7, 0),
        ("other digits", 1, 0.7), ("invisible characters", 2.5, 2.5), ("label", 0.8, 0.8), ("two numbers", 0.5, 0.5),
    ];

    private static readonly string[] Words = ["FLOWERS", "CONTACT", "PICKUPS", "THRIFTY", "COLLECT", "LAWYERS", "Holiday", "medical", "DENTIST", "PLUMBER"];
    private static readonly string[] Labels = ["Mobile: ", "Cell ", "T: ", "Phone: ", "(M) ", "Tel. ", "home: ", "Work ", "p. "];
    private static readonly string[] Tails = [" (home)", " (work)", " mobile", " - office", " *", " c", ".", " (WhatsApp)"];
    private static readonly string[] Extensions = [" x{0}", " ext. {0}", " ext {0}", ";ext={0}", " extension {0}", " #{0}", ",,{0}", "x{0}", " Ext: {0}", " poste {0}"];
    private static readonly CompositeFormat[] ExtensionFormats = [.. Extensions.Select(CompositeFormat.Parse)];
    private static readonly char[] DigitScripts = ['\u0660', '\u06F0', '\u0966', '\uFF10', '\u09E6'];
    private static readonly char[] Separators = [' ', '-', '.'];

    /// <summary>One row.</summary>
    /// <param name="number">The number.</param>
    /// <param name="numberRegion">Its region.</param>
    /// <param name="region">The region of the address book.</param>
    /// <param name="domestic">Whether the two are the same.</param>
    public PhoneRow Write(PhoneNumber number, string numberRegion, string region, bool domestic)
    {
        var national = library.GetNationalSignificantNumber(number);
        var code = number.CountryCode.ToString(CultureInfo.InvariantCulture);
        var trunk = library.GetMetadataForRegion(numberRegion) is { HasNationalPrefix: true } metadata ? metadata.NationalPrefix : "";
        var international = library.Format(number, PhoneNumberFormat.INTERNATIONAL);
        var written = library.Format(number, PhoneNumberFormat.NATIONAL);
        var either = random.Chance(0.5) || !domestic ? international : written;
        var shape = NextShape(domestic);
        var text = shape switch
        {
            "e164" => $"+{code}{national}",
            "code without plus" => $"{code}{national}",
            "international" => international,
            "international, own separators" => InternationalAnew(code, national, international),
            "international with (0)" => trunk == "0" ? $"+{code} (0){random.Pick(["", " "])}{Grouped(national, ' ')}" : InBrackets(code, national),
            "national" => written,
            "national without trunk" => national,
            "national with trunk" => trunk + national,
            "national, own separators" => Separated(written),
            "prefix of the region" => $"{InternationalPrefix(region)}{random.Pick(["", " ", "-"])}{(random.Chance(0.5) ? code + national : international[1..])}",
            "prefix of anywhere" => $"{(random.Chance(0.6) ? "00" : "011")}{random.Pick(["", " "])}{(random.Chance(0.5) ? code + national : international[1..])}",
            "tel" => Link(number, code, national, trunk, international, domestic),
            "extension" => either + string.Format(CultureInfo.InvariantCulture, random.Pick(ExtensionFormats), 1 + random.Below(9999)),
            "vanity" => Vanity(numberRegion),
            "other digits" => InScript(either, random.Pick(DigitScripts)),
            "invisible characters" => WithInvisible(either),
            "label" => random.Chance(0.5) ? random.Pick(Labels) + either : either + random.Pick(Tails),
            _ => $"{(domestic ? written : international)}{random.Pick([" ::: ", " / ", "; ", ", "])}{international}",
        };
        return new PhoneRow(region, text, shape);
    }

    private string NextShape(bool domestic)
    {
        var share = random.Fraction() * Shapes.Sum(shape => domestic ? shape.Domestic : shape.Foreign);
        foreach (var shape in Shapes)
        {
            share -= domestic ? shape.Domestic : shape.Foreign;
            if (share < 0)
                return shape.Shape;
        }
        return Shapes[^1].Shape;
    }

    private string InternationalAnew(string code, string national, string international)
    {
        if (random.Chance(0.35))
            return InBrackets(code, national);
        return random.Chance(0.5) ? Separated(international) : $"+{code}{random.Pick(Separators)}{Grouped(national, random.Pick(Separators))}";
    }

    private string InBrackets(string code, string national)
    {
        var area = Math.Min(national.Length - 1, 2 + random.Below(3));
        return $"+{code} ({national[..area]}) {Grouped(national[area..], random.Pick(Separators))}";
    }

    private string Grouped(string digits, char separator)
    {
        var size = 2 + random.Below(3);
        var text = new StringBuilder();
        for (var index = 0; index < digits.Length; index++)
        {
            if (index > 0 && index % size == 0 && digits.Length - index >= 2)
                text.Append(separator);
            text.Append(digits[index]);
        }
        return text.ToString();
    }

    private string Separated(string formatted)
    {
        var style = random.Below(5);
        var text = new StringBuilder();
        foreach (var c in formatted)
        {
            if (char.IsAsciiDigit(c) || c == '+')
                text.Append(c);
            else if (style != 2)
                text.Append(style switch { 0 => '.', 1 => '-', 3 => ' ', _ => random.Chance(0.5) ? ' ' : '-' });
        }
        return text.ToString();
    }

    private string InternationalPrefix(string region)
    {
        var metadata = library.GetMetadataForRegion(region);
        if (metadata.InternationalPrefix.All(char.IsAsciiDigit))
            return metadata.InternationalPrefix;
        return metadata.PreferredInternationalPrefix is { Length: > 0 } preferred && preferred.All(char.IsAsciiDigit) ? preferred : "00";
    }

    private string Link(PhoneNumber number, string code, string national, string trunk, string international, bool domestic) => random.Below(6) switch
    {
        0 => $"tel:+{code}{national}",
        1 => library.Format(number, PhoneNumberFormat.RFC3966),
        2 => $"tel:{national};phone-context=+{code}",
        3 when domestic => $"tel:{trunk}{national};phone-context=example.com",
        4 => $"tel:+{code}{national};ext={random.Below(9999)}",
        _ => $"tel:{international.Replace(' ', '-')}",
    };

    private string Vanity(string region)
    {
        if (region == "GB")
            return $"0800 {random.Pick(Words)}";
        return random.Chance(0.5)
            ? $"1-8{random.Pick(["00", "88", "77", "66", "55"])}-{random.Pick(Words)}"
            : $"1 (8{random.Pick(["00", "88"])}) {random.Pick(Words)[..3]}-{random.Pick(Words)[..4]}";
    }

    private static string InScript(string text, char zero) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(zero + c - '0') : c == '+' && zero == '\uFF10' ? '\uFF0B' : c));

    private string WithInvisible(string text) => random.Below(5) switch
    {
        0 => text.Replace(' ', '\u00A0'),
        1 => $"\u202A{text}\u202C",
        2 => text.Replace('-', '\u2011').Replace(' ', '\u00A0'),
        3 => $"\u200E{text}",
        _ => $"\u202A{text.Replace(' ', '\u00A0')}\u202C",
    };
}
