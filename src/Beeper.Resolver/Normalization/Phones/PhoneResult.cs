using System.Globalization;
using Beeper.Resolver.Normalization.Phones.Numbers;

namespace Beeper.Resolver.Normalization.Phones;

/// <summary>
/// What a phone number's text gave, equal in every part to what libphonenumber answers to Parse, Format(E164), GetRegionCodeForNumber,
/// GetNumberType, IsValidNumber and IsPossibleNumberWithReason. A value of 32 bytes without references to the text; only numbers that the
/// library itself had to read and that do not fit carry an object.
/// </summary>
public readonly record struct PhoneResult
{
    private const int MostPackedDigits = 19;
    private const int MostExtensionDigits = 16;

    private const int RegionAt = 16;
    private const int TypeAt = 32;
    private const int ErrorAt = 40;
    private const int PossibilityAt = 48;
    private const int ExtensionDigitsAt = 56;

    private readonly ulong _number;
    private readonly ulong _extension;
    private readonly LongNumber? _long;

    // From the lowest bit: calling code 16, region 16, type 8, error 8, possibility 8, count of extension digits 8. One field and not six,
    // because the compiler keeps a value of up to four fields in registers.
    private readonly ulong _facts;

    /// <summary>A number whose digits, calling code included, fit into 64 bits.</summary>
    /// <param name="number">The digits.</param>
    /// <param name="facts">What <see cref="Facts"/> made.</param>
    internal PhoneResult(ulong number, ulong facts)
    {
        _number = number;
        _facts = facts;
    }

    private PhoneResult(PhoneResult number, ulong extension, int extensionDigits, LongNumber? longNumber)
    {
        _number = number._number;
        _facts = number._facts | (ulong)(uint)extensionDigits << ExtensionDigitsAt;
        _extension = extension;
        _long = longNumber;
    }

    private PhoneResult(PhoneError error) => _facts = (ulong)error << ErrorAt;

    /// <summary>Why there is no number; <see cref="PhoneError.None"/> if there is one.</summary>
    public PhoneError Error => (PhoneError)(byte)(_facts >> ErrorAt);

    /// <summary>Whether the text is a phone number, which says nothing of its validity.</summary>
    public bool IsNumber => Error == PhoneError.None;

    /// <summary>The country calling code, or 0.</summary>
    public int CallingCode => (ushort)_facts;

    /// <summary>The region the number belongs to; none if the text is no number or no region of a shared calling code claims it.</summary>
    public PhoneRegion Region => PhoneRegion.FromNumber((ushort)(_facts >> RegionAt));

    /// <summary>The type of line; <see cref="PhoneType.Unknown"/> if the number is not valid.</summary>
    public PhoneType Type => (PhoneType)(byte)(_facts >> TypeAt);

    /// <summary>Whether the number lies in an assigned range. Of a number, libphonenumber says so exactly where it knows the type.</summary>
    public bool IsValid => Type != PhoneType.Unknown;

    /// <summary>What the number's length says; meaningful only if <see cref="IsNumber"/>.</summary>
    public PhonePossibility Possibility => (PhonePossibility)(byte)(_facts >> PossibilityAt);

    /// <summary>Whether the length is possible for a full or a local number, as libphonenumber's IsPossibleNumber.</summary>
    public bool IsPossible => IsNumber && Possibility is PhonePossibility.Possible or PhonePossibility.LocalOnly;

    /// <summary>The number in E.164 form with plus and without extension, made on each call; null if the text is no number.</summary>
    public string? E164
    {
        get
        {
            if (!IsNumber)
                return null;
            if (_long is { } longNumber)
                return longNumber.E164;
            return string.Create(DecimalWord.DigitsOf(_number) + 1, _number, static (text, number) =>
            {
                text[0] = '+';
                _ = number.TryFormat(text[1..], out _, default, CultureInfo.InvariantCulture);
            });
        }
    }

    /// <summary>The digits of the extension, made on each call; null if there is none.</summary>
    public string? Extension
    {
        get
        {
            if (_long is { } longNumber)
                return longNumber.Extension;
            var count = (int)(_facts >> ExtensionDigitsAt);
            if (count == 0)
                return null;
            return string.Create(count, _extension, static (text, digits) =>
            {
                for (var index = 0; index < text.Length; index++)
                    text[index] = (char)('0' + (int)(digits >> (4 * index) & 15));
            });
        }
    }

    /// <summary>The digits of the E.164 form as a number, which tells numbers apart because calling codes do not begin with 0; 0 if there is none or it is too long.</summary>
    internal ulong Packed => _number;

    /// <summary>No answer yet: another layer has to decide.</summary>
    internal static PhoneResult Undecided => Failed((PhoneError)byte.MaxValue);

    internal bool IsUndecided => Error == (PhoneError)byte.MaxValue;

    /// <summary>Writes the E.164 form without allocating.</summary>
    /// <param name="destination">Takes the text; 21 characters are enough for any number the library does not keep as text.</param>
    /// <param name="written">How many characters were written.</param>
    /// <returns>False if there is no number or no room.</returns>
    public bool TryFormatE164(Span<char> destination, out int written)
    {
        written = 0;
        if (!IsNumber || destination.IsEmpty)
            return false;
        if (_long is { } longNumber)
        {
            if (!longNumber.E164.TryCopyTo(destination))
                return false;
            written = longNumber.E164.Length;
            return true;
        }
        if (!_number.TryFormat(destination[1..], out var digits, default, CultureInfo.InvariantCulture))
            return false;
        destination[0] = '+';
        written = digits + 1;
        return true;
    }

    /// <summary>Says nothing of the number: it is personal.</summary>
    public override string ToString() => IsNumber ? $"phone number ({Type})" : $"no phone number ({Error})";

    internal static PhoneResult Failed(PhoneError error) => new(error);

    /// <summary>What is known of a number, in one word.</summary>
    internal static ulong Facts(int callingCode, int region, PhoneType type, PhonePossibility possibility) =>
        (uint)callingCode | (ulong)(uint)region << RegionAt | (ulong)type << TypeAt | (ulong)possibility << PossibilityAt;

    /// <summary>The same number with an extension of up to 16 digits, the first lowest, four bits each.</summary>
    internal PhoneResult WithExtension(ulong digits, int count) => count == 0 ? this : new PhoneResult(this, digits, count, null);

    /// <summary>A number as the library wrote it: packed where it fits, so that equal answers are equal values.</summary>
    internal static PhoneResult FromText(string e164, int callingCode, PhoneRegion region, PhoneType type, PhonePossibility possibility, string? extension)
    {
        var packed = e164.Length <= MostPackedDigits + 1 ? ulong.Parse(e164.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var number = new PhoneResult(packed, Facts(callingCode, region.Number, type, possibility));
        var digits = 0ul;
        var packs = packed != 0 && (extension?.Length ?? 0) <= MostExtensionDigits;
        for (var index = 0; packs && index < (extension?.Length ?? 0); index++)
        {
            packs = char.IsAsciiDigit(extension![index]);
            digits |= (ulong)(uint)(extension[index] - '0') << (4 * index);
        }
        return packs ? number.WithExtension(digits, extension?.Length ?? 0) : new PhoneResult(number, 0, 0, new LongNumber(e164, extension));
    }

    private sealed record LongNumber(string E164, string? Extension)
    {
        public override string ToString() => nameof(LongNumber);
    }
}
