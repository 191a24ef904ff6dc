using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// What a region's rules can do to a number of up to sixteen digits with certain first two digits, and where its number automaton stands
/// after them; eight bytes, one for each region and pair of digits. Lengths are bits: bit n - 1 is set for n digits.
/// </summary>
/// <param name="UncertainLengths">Lengths at which the national prefix may match otherwise than by <see cref="Strip"/>; they need the full rule.</param>
/// <param name="GeneralLengths">Lengths at which the number may match the general pattern, so that stripping has to be weighed; none where nothing is stripped.</param>
/// <param name="Node">The calling code's node after what of the pair is left when <see cref="Strip"/> digits are taken.</param>
/// <param name="Strips">The digits that the national prefix takes, 0 to 2, and four bits higher those that the international prefix takes for certain.</param>
/// <param name="Possible">What else the first digits may be.</param>
[StructLayout(LayoutKind.Sequential, Size = 8)]
internal readonly record struct PrefixRule(ushort UncertainLengths, ushort GeneralLengths, ushort Node, byte Strips, PrefixPossibilities Possible)
{
    /// <summary>The lengths told apart.</summary>
    public const int LongestLength = 16;

    /// <summary>Digits of a pair.</summary>
    public const int PairDigits = 2;

    /// <summary>The digits that the national prefix takes.</summary>
    public int Strip => Strips & 15;

    /// <summary>The digits that the international prefix takes for certain.</summary>
    public int InternationalStrip => Strips >> 4;

    public bool IsUncertain(int length) => (UncertainLengths >> (length - 1) & 1) != 0;

    public bool MayBeGeneral(int length) => (GeneralLengths >> (length - 1) & 1) != 0;
}
