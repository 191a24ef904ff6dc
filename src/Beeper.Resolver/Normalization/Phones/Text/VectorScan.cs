using System.Numerics;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>What stands where in a text of up to 32 characters: bit n is the character n. The letters, signs and blanks in it are told apart only as far as numbers need.</summary>
/// <param name="Digits">The digits, four bits each, the first lowest; meaningless if there are more than sixteen.</param>
/// <param name="DigitBits">Where digits are.</param>
/// <param name="PlusBits">Where plus signs are.</param>
/// <param name="OtherBits">Where characters are that are neither digit, plus sign nor punctuation.</param>
internal readonly record struct VectorScan(ulong Digits, uint DigitBits, uint PlusBits, uint OtherBits)
{
    public const int MostDigits = 16;
    private const int FewestDigits = 3;

    /// <summary>How many digits.</summary>
    public int Count => BitOperations.PopCount(DigitBits);

    public bool HasPlus => PlusBits != 0;

    /// <summary>Where the number begins, with its plus sign or first digit; 32 if nowhere.</summary>
    public int Start => BitOperations.TrailingZeroCount(DigitBits | PlusBits);

    /// <summary>Whether there are 3 to 16 digits with punctuation, a plus sign at most before them, and nothing else. Then the digits are all that counts.</summary>
    public bool IsPlain => (OtherBits | (PlusBits & ~FirstBit)) == 0 & (uint)(Count - FewestDigits) <= MostDigits - FewestDigits;

    /// <summary>The same, but with anything before the number.</summary>
    public bool IsPlainFromStart => (OtherFromStart | (PlusBits & ~FirstBit)) == 0 & (uint)(Count - FewestDigits) <= MostDigits - FewestDigits;

    /// <summary>Other characters from the number's start on.</summary>
    public uint OtherFromStart => OtherBits & ~(FirstBit - 1);

    /// <summary>Other characters before the number.</summary>
    public uint OtherBeforeStart => OtherBits & (FirstBit - 1);

    /// <summary>Whether all plus signs are the one that the number begins with.</summary>
    public bool HasPlusOnlyAtStart => (PlusBits & ~FirstBit) == 0;

    private uint FirstBit => (DigitBits | PlusBits) & (0 - (DigitBits | PlusBits));
}
