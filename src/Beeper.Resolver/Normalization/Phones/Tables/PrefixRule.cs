using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// What a region's rules can do to a number of up to sixteen digits with certain first two digits; eight bytes, one for each region and pair
/// of digits. Lengths are bits: bit n - 1 is set for n digits.
/// </summary>
/// <param name="UncertainLengths">Lengths at which the national prefix may match otherwise than by <see cref="Strip"/>; they need the full rule.</param>
/// <param name="GeneralLengths">Lengths at which the number may match the general pattern, so that stripping has to be weighed; none where nothing is stripped.</param>
/// <param name="Strip">The digits that the national prefix takes, 0 to 2.</param>
/// <param name="InternationalStrip">The digits that the international prefix takes for certain, 0 to 2.</param>
/// <param name="Possible">What else the first digits may be.</param>
[StructLayout(LayoutKind.Sequential, Size = 8)]
internal readonly record struct PrefixRule(ushort UncertainLengths, ushort GeneralLengths, byte Strip, byte InternationalStrip, PrefixPossibilities Possible)
{
    /// <summary>The lengths told apart.</summary>
    public const int LongestLength = 16;

    public bool IsUncertain(int length) => (UncertainLengths >> (length - 1) & 1) != 0;

    public bool MayBeGeneral(int length) => (GeneralLengths >> (length - 1) & 1) != 0;
}
