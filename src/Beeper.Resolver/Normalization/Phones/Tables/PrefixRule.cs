using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// What a region's rules do to a number of up to sixteen digits with certain first two digits, and where its number automaton stands after
/// them; eight bytes, one for each region and pair of digits.
/// </summary>
/// <param name="OpenLengths">Bit n is set where for n digits more than the pair decides; such numbers need the full rules.</param>
/// <param name="Node">The calling code's node after what of the pair is left when <see cref="Strip"/> digits are taken.</param>
/// <param name="Strips">The digits that the national prefix takes, 0 to 2, and four bits higher those that the international prefix takes for certain.</param>
/// <param name="Possible">What else the first digits may be.</param>
[StructLayout(LayoutKind.Sequential, Size = 8)]
internal readonly record struct PrefixRule(uint OpenLengths, ushort Node, byte Strips, PrefixPossibilities Possible)
{
    /// <summary>Digits of a pair.</summary>
    public const int PairDigits = 2;

    /// <summary>A rule that leaves everything open.</summary>
    public static PrefixRule Open => new(uint.MaxValue, 0, 0, PrefixPossibilities.None);

    /// <summary>The digits that the national prefix takes.</summary>
    public int Strip => Strips & 15;

    /// <summary>The digits that the international prefix takes for certain.</summary>
    public int InternationalStrip => Strips >> 4;

    public bool IsOpen(int length) => (OpenLengths >> length & 1) != 0;
}
