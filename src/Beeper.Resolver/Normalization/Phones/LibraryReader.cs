using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones;

/// <summary>Asks libphonenumber itself. What it answers is the definition of right; it costs microseconds and allocates.</summary>
internal static class LibraryReader
{
    /// <summary>The library's answers to one text.</summary>
    /// <param name="library">The library.</param>
    /// <param name="text">The text.</param>
    /// <param name="region">The region of numbers without calling code; null or unknown where there is none.</param>
    public static PhoneResult Read(PhoneNumberUtil library, string text, string? region)
    {
        PhoneNumber number;
        try
        {
            number = library.Parse(text, region);
        }
        catch (NumberParseException problem)
        {
            return PhoneResult.Failed(ErrorOf(problem.ErrorType));
        }
        return PhoneResult.FromText(
            library.Format(number, PhoneNumberFormat.E164),
            number.CountryCode,
            PhoneRegion.Of(library.GetRegionCodeForNumber(number)),
            TypeOf(library.GetNumberType(number)),
            PossibilityOf(library.IsPossibleNumberWithReason(number)),
            number.HasExtension ? number.Extension : null);
    }

    private static PhoneError ErrorOf(ErrorType error) => error switch
    {
        ErrorType.INVALID_COUNTRY_CODE => PhoneError.InvalidCountryCode,
        ErrorType.NOT_A_NUMBER => PhoneError.NotANumber,
        ErrorType.TOO_SHORT_AFTER_IDD => PhoneError.TooShortAfterInternationalPrefix,
        ErrorType.TOO_SHORT_NSN => PhoneError.TooShort,
        ErrorType.TOO_LONG => PhoneError.TooLong,
        _ => throw new NotSupportedException($"libphonenumber has a reason that is not known here: {error}."),
    };

    private static PhonePossibility PossibilityOf(PhoneNumberUtil.ValidationResult result) => result switch
    {
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE => PhonePossibility.Possible,
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => PhonePossibility.LocalOnly,
        PhoneNumberUtil.ValidationResult.TOO_SHORT => PhonePossibility.TooShort,
        PhoneNumberUtil.ValidationResult.INVALID_LENGTH => PhonePossibility.InvalidLength,
        PhoneNumberUtil.ValidationResult.TOO_LONG => PhonePossibility.TooLong,
        _ => throw new NotSupportedException($"libphonenumber parsed a number and then judged it {result}."),
    };

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
}
