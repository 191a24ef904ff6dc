using PhoneNumbers;

namespace Beeper.Resolver.PhoneAgreement;

/// <summary>Every example number of every region, type and worldwide code in every format, seen from its own region and from another.</summary>
public static class ExampleNumbers
{
    private static readonly string[] DialledFrom = ["US", "DE", "BR", "JP"];

    public static PhoneRow[] Make(PhoneNumberUtil library)
    {
        var rows = new List<PhoneRow>();
        foreach (var region in library.GetSupportedRegions().Order(StringComparer.Ordinal))
        {
            foreach (var type in Enum.GetValues<PhoneNumberType>())
            {
                if (library.GetExampleNumberForType(region, type) is { } number)
                    rows.AddRange(InAllFormats(library, number, region));
            }
        }
        foreach (var code in library.GetSupportedGlobalNetworkCallingCodes().Order())
        {
            if (library.GetExampleNumberForNonGeoEntity(code) is { } number)
                rows.AddRange(InAllFormats(library, number, "US"));
        }
        return [.. rows];
    }

    private static IEnumerable<PhoneRow> InAllFormats(PhoneNumberUtil library, PhoneNumber number, string region)
    {
        foreach (var format in Enum.GetValues<PhoneNumberFormat>())
        {
            var text = library.Format(number, format);
            yield return new PhoneRow(region, text);
            yield return new PhoneRow(region == "US" ? "GB" : "US", text);
        }
        yield return new PhoneRow(region, library.GetNationalSignificantNumber(number));
        foreach (var from in DialledFrom)
            yield return new PhoneRow(from, library.FormatOutOfCountryCallingNumber(number, from));
    }
}
