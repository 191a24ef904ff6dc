using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>What a region's rules can do to a number with certain first two digits; eight bytes, one for each region and pair of digits.</summary>
/// <param name="GeneralLengths">Bit n is set where a number of n digits may match the general pattern, so that stripping has to be weighed; 0 where nothing is stripped.</param>
/// <param name="LongestCertain">Up to this length the national prefix matches exactly <see cref="Strip"/> digits; longer numbers need the full rule.</param>
/// <param name="Strip">The digits that the national prefix takes, 0 to 2.</param>
/// <param name="Possible">What else the first digits may be.</param>
[StructLayout(LayoutKind.Sequential, Size = 8)]
internal readonly record struct PrefixRule(uint GeneralLengths, byte LongestCertain, byte Strip, PrefixPossibilities Possible);
