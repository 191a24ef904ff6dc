namespace Beeper.Resolver.Normalization.Phones;

/// <summary>Whether a number's length is possible under its calling code: libphonenumber's ValidationResult (IsPossibleNumberWithReason).</summary>
public enum PhonePossibility : byte
{
    /// <summary>A full number may have this length (IS_POSSIBLE).</summary>
    Possible,

    /// <summary>Only a number dialled within its area has this length (IS_POSSIBLE_LOCAL_ONLY).</summary>
    LocalOnly,

    /// <summary>Shorter than any number of the country (TOO_SHORT).</summary>
    TooShort,

    /// <summary>Between the shortest and the longest, but no number has this length (INVALID_LENGTH).</summary>
    InvalidLength,

    /// <summary>Longer than any number of the country (TOO_LONG).</summary>
    TooLong,
}
