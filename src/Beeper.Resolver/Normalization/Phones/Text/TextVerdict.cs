namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>What reading a text up to its digits has settled.</summary>
internal enum TextVerdict : byte
{
    /// <summary>The digits stand for a number, if their count and prefixes allow.</summary>
    Digits,

    /// <summary>Proven not to match libphonenumber's pattern of a viable number.</summary>
    NotANumber,

    /// <summary>More than 250 characters.</summary>
    TooLong,

    /// <summary>Not proven either way; libphonenumber has to be asked.</summary>
    Unsure,
}
