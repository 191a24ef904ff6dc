using System.Buffers;
using Beeper.Resolver.Normalization.Phones;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Reads the phone cell of an address book: cleans what libphonenumber would misread, asks <see cref="PhoneNormalizer"/>, and settles what is
/// of use. A number is taken when it is possible; validity is only reported, because ranges reserved for fiction and newly opened ones are
/// possible and not valid. Thread-safe; allocates nothing unless a text is very long or the library has to be asked.
/// </summary>
public static class AddressBookPhone
{
    private const int FewestDigits = 5;
    private const int LongestOnStack = 256;
    private const int Mexico = 52;
    private const ulong OldMexicanMobiles = 521_0_000_000_000;
    private const ulong TenDigits = 10_000_000_000;

    // Nothing here is dropped or means a label, so the text can be read as it is.
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789 +-.()/*[]");

    /// <summary>The number behind a text.</summary>
    /// <param name="text">One number in any notation.</param>
    /// <param name="region">ISO 3166 alpha-2 region for a number without country code, or null.</param>
    public static PhoneParse Normalize(ReadOnlySpan<char> text, string? region) => Normalize(text, PhoneRegion.Of(region));

    /// <summary>The number behind a text.</summary>
    /// <param name="text">One number in any notation.</param>
    /// <param name="region">Region for a number without country code, or none.</param>
    public static PhoneParse Normalize(ReadOnlySpan<char> text, PhoneRegion region)
    {
        var number = ReadIn(text, region);
        if (number.Problem is null || !region.IsKnown)
            return number;
        // A number written with 00 or 011 carries its country, whatever its region dials before one.
        var foreign = ReadIn(text, default);
        return foreign.Problem is null ? foreign : number;
    }

    private static PhoneParse ReadIn(ReadOnlySpan<char> text, PhoneRegion region)
    {
        if (region.IsKnown && !text.ContainsAnyExcept(Plain))
            return Read(text.Trim(), region);
        return text.Length < LongestOnStack ? ReadCleaned(text, region, stackalloc char[LongestOnStack]) : ReadCleaned(text, region, new char[text.Length + 1]);
    }

    private static PhoneParse ReadCleaned(ReadOnlySpan<char> text, PhoneRegion region, Span<char> buffer)
    {
        // One place is left in front for a plus sign.
        var cleaned = PhoneText.Clean(text, buffer[1..]);
        if (region.IsKnown)
            return Read(cleaned, region);
        if (PhoneText.InternationalPrefix(cleaned) is not (> 0 and var prefix))
            return Read(cleaned, region);
        var rest = cleaned[prefix..];
        buffer[0] = '+';
        rest.CopyTo(buffer[1..]);
        return Read(buffer[..(rest.Length + 1)], region);
    }

    private static PhoneParse Read(ReadOnlySpan<char> text, PhoneRegion region)
    {
        var digits = PhoneText.CountDigits(text, FewestDigits);
        if (digits < FewestDigits)
            return new PhoneParse(digits == 0 ? "PHONE_NOT_A_NUMBER" : digits < 3 ? "PHONE_TOO_SHORT" : "PHONE_SHORT_CODE");
        var international = PhoneText.IsInternational(text);
        if (!international && !region.IsKnown)
            return new PhoneParse("PHONE_NO_REGION");
        var number = PhoneNormalizer.Normalize(text, region);
        return number.Error switch
        {
            PhoneError.None => Judge(number, international),
            PhoneError.InvalidCountryCode => new PhoneParse("PHONE_UNKNOWN_COUNTRY"),
            PhoneError.TooLong => new PhoneParse("PHONE_TOO_LONG"),
            PhoneError.TooShort or PhoneError.TooShortAfterInternationalPrefix => new PhoneParse("PHONE_TOO_SHORT"),
            _ => new PhoneParse("PHONE_NOT_A_NUMBER"),
        };
    }

    private static PhoneParse Judge(PhoneResult number, bool international) => number.Possibility switch
    {
        PhonePossibility.Possible => new PhoneParse(number, international),
        PhonePossibility.TooLong => RepairMexico(number, international),
        PhonePossibility.TooShort => new PhoneParse("PHONE_TOO_SHORT"),
        PhonePossibility.LocalOnly => new PhoneParse("PHONE_LOCAL_ONLY"),
        _ => new PhoneParse("PHONE_INVALID_LENGTH"),
    };

    // Mexico dropped the mobile 1 after the country code in 2019; address books still carry it, and no number has eleven digits there.
    private static PhoneParse RepairMexico(PhoneResult number, bool international)
    {
        if (number.CallingCode != Mexico || number.Packed / TenDigits != OldMexicanMobiles / TenDigits)
            return new PhoneParse("PHONE_TOO_LONG");
        Span<char> repaired = stackalloc char[13];
        "+52".CopyTo(repaired);
        var digits = number.Packed % TenDigits;
        for (var index = repaired.Length - 1; index > 2; index--, digits /= 10)
            repaired[index] = (char)('0' + (int)(digits % 10));
        var modern = PhoneNormalizer.Normalize(repaired, default(PhoneRegion));
        return modern is { IsNumber: true, Possibility: PhonePossibility.Possible } ? new PhoneParse(modern, international) : new PhoneParse("PHONE_TOO_LONG");
    }
}
