using System.Globalization;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>What stands in phone columns and is no number, or none that can be called.</summary>
public sealed class JunkRows(SplitMix64 random)
{
    private static readonly string[] Words = ["n/a", "unknown", "none", "-", "ask Maria", "see notes", "?", "TBD", "ex-directory"];
    private static readonly string[] UnusedCodes = ["999", "210", "214", "888", "969", "379", "422"];

    public PhoneRow Next(string region) => random.Below(16) switch
    {
        0 or 1 => new PhoneRow(region, random.Digits(1 + random.Below(6)), "junk: short"),
        2 => new PhoneRow(region, $"+{random.Digits(16 + random.Below(10))}", "junk: long"),
        3 => new PhoneRow(region, random.Digits(15 + random.Below(8)), "junk: long"),
        4 or 5 or 6 => new PhoneRow(region, random.Digits(7 + random.Below(7)), "junk: random digits"),
        7 => new PhoneRow(region, $"{random.Digits(3)}-{random.Digits(4)}", "junk: local"),
        8 => new PhoneRow(region, random.Pick(Words), "junk: text"),
        9 => new PhoneRow(region, string.Create(CultureInfo.InvariantCulture, $"user{random.Below(999)}@example.com"), "junk: e-mail"),
        10 => new PhoneRow(region, $"+0{random.Digits(9 + random.Below(3))}", "junk: plus zero"),
        11 => new PhoneRow(region, $"+{random.Pick(UnusedCodes)} {random.Digits(8)}", "junk: unused code"),
        12 => new PhoneRow(region, $"20{random.Digits(2)}-0{1 + random.Below(9)}-1{random.Digits(1)}", "junk: date"),
        13 => new PhoneRow(region, ServiceCode(), "junk: service code"),
        14 => new PhoneRow(region, $"XXX-XXX-{random.Digits(4)}", "junk: mask"),
        _ => new PhoneRow(region, $"+{random.Digits(9 + random.Below(5))}", "junk: plus random"),
    };

    private string ServiceCode() => random.Below(7) switch
    {
        0 => "*611",
        1 => $"#31#{random.Digits(10)}",
        2 => "*100#",
        3 => $"*67{random.Digits(10)}",
        4 => "911",
        5 => "112",
        _ => $"5{random.Digits(4)}",
    };
}
