using PhoneNumbers;

namespace Beeper.Resolver.Normalization;

/// <summary>
/// Phone text to E.164, with libphonenumber's answers. A number is taken when it is possible; validity is only reported, because ranges
/// reserved for fiction and newly opened ones are possible and not valid. Thread-safe.
/// </summary>
public static class AddressBookPhone
{
    private const int FewestDigits = 5;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>The number behind a text.</summary>
    /// <param name="text">One number in any notation.</param>
    /// <param name="region">ISO 3166 alpha-2 region for a number without country code, or null.</param>
    public static PhoneParse Normalize(string text, string? region)
    {
        var cleaned = PhoneText.Clean(text);
        if (region is null)
            cleaned = PhoneText.WithPlus(cleaned);
        var digits = cleaned.Count(char.IsDigit);
        if (digits < FewestDigits)
            return Problem(digits == 0 ? "PHONE_NOT_A_NUMBER" : digits < 3 ? "PHONE_TOO_SHORT" : "PHONE_SHORT_CODE");
        var international = PhoneText.IsInternational(cleaned);
        if (!international && region is null)
            return Problem("PHONE_NO_REGION");
        PhoneNumber number;
        try
        {
            number = Library.Parse(cleaned, international ? region ?? "ZZ" : region);
        }
        catch (NumberParseException problem)
        {
            return Problem(problem.ErrorType switch
            {
                ErrorType.INVALID_COUNTRY_CODE => "PHONE_UNKNOWN_COUNTRY",
                ErrorType.TOO_LONG => "PHONE_TOO_LONG",
                ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => "PHONE_TOO_SHORT",
                _ => "PHONE_NOT_A_NUMBER",
            });
        }
        return Library.IsPossibleNumberWithReason(number) switch
        {
            PhoneNumberUtil.ValidationResult.IS_POSSIBLE => Accept(number, international),
            PhoneNumberUtil.ValidationResult.TOO_LONG => RepairMexico(number, international) ?? Problem("PHONE_TOO_LONG"),
            PhoneNumberUtil.ValidationResult.TOO_SHORT => Problem("PHONE_TOO_SHORT"),
            PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => Problem("PHONE_UNKNOWN_COUNTRY"),
            PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => Problem("PHONE_LOCAL_ONLY"),
            _ => Problem("PHONE_INVALID_LENGTH"),
        };
    }

    private static PhoneParse Accept(PhoneNumber number, bool international)
    {
        var type = Library.GetNumberType(number);
        return new PhoneParse(
            Library.Format(number, PhoneNumberFormat.E164),
            Library.GetRegionCodeForNumber(number) ?? Library.GetRegionCodeForCountryCode(number.CountryCode),
            type != PhoneNumberType.UNKNOWN,
            TypeOf(type),
            international,
            null);
    }

    // Mexico dropped the mobile 1 after the country code in 2019; address books still carry it, and no number has eleven digits there.
    private static PhoneParse? RepairMexico(PhoneNumber number, bool international)
    {
        const ulong Eleven = 10_000_000_000;
        if (number.CountryCode != 52 || number.NationalNumber / Eleven != 1)
            return null;
        return Accept(new PhoneNumber.Builder().SetCountryCode(52).SetNationalNumber(number.NationalNumber % Eleven).Build(), international);
    }

    private static PhoneType TypeOf(PhoneNumberType type) => type switch
    {
        PhoneNumberType.FIXED_LINE => PhoneType.FixedLine,
        PhoneNumberType.MOBILE => PhoneType.Mobile,
        PhoneNumberType.FIXED_LINE_OR_MOBILE => PhoneType.FixedLineOrMobile,
        PhoneNumberType.TOLL_FREE => PhoneType.TollFree,
        PhoneNumberType.PREMIUM_RATE => PhoneType.PremiumRate,
        PhoneNumberType.SHARED_COST => PhoneType.SharedCost,
        PhoneNumberType.VOIP => PhoneType.Voip,
        PhoneNumberType.PERSONAL_NUMBER => PhoneType.PersonalNumber,
        PhoneNumberType.PAGER => PhoneType.Pager,
        PhoneNumberType.UAN => PhoneType.Uan,
        PhoneNumberType.VOICEMAIL => PhoneType.VoiceMail,
        _ => PhoneType.Unknown,
    };

    private static PhoneParse Problem(string code) => new(null, null, false, PhoneType.Unknown, false, code);
}
