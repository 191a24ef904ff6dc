namespace Beeper.Resolver.Normalization.Phones;

/// <summary>Why a text is no phone number: libphonenumber's ErrorType, and none.</summary>
public enum PhoneError : byte
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>The calling code is unknown, or there is none and no usable region was given (INVALID_COUNTRY_CODE).</summary>
    InvalidCountryCode,

    /// <summary>The text does not look like a phone number (NOT_A_NUMBER).</summary>
    NotANumber,

    /// <summary>Two digits or fewer follow the plus sign or international prefix (TOO_SHORT_AFTER_IDD).</summary>
    TooShortAfterInternationalPrefix,

    /// <summary>Fewer than two digits are left as national number (TOO_SHORT_NSN).</summary>
    TooShort,

    /// <summary>More than 17 digits are left, or the text has more than 250 characters (TOO_LONG).</summary>
    TooLong,
}
