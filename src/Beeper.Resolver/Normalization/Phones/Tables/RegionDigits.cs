using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>The fixed digits a region's number may begin with, four bits each, with masks to compare them in one step; 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 40)]
internal struct RegionDigits
{
    /// <summary>The international prefix, if it is plain digits.</summary>
    public ulong International;

    public ulong InternationalMask;

    /// <summary>The region's calling code.</summary>
    public ulong Code;

    public ulong CodeMask;

    /// <summary>The node where the general pattern begins.</summary>
    public ushort GeneralRoot;

    public byte InternationalDigits;

    public byte CodeDigits;

    /// <summary>The most digits a national number has.</summary>
    public byte LongestNumber;

    /// <summary>A region's.</summary>
    public static RegionDigits Of(RegionRules region) => new()
    {
        International = Packed(region.InternationalDigits),
        InternationalMask = Mask(region.InternationalDigits.Length),
        InternationalDigits = (byte)region.InternationalDigits.Length,
        Code = Packed($"{region.CallingCode}"),
        CodeMask = Mask(region.CallingCodeDigits),
        CodeDigits = (byte)region.CallingCodeDigits,
        GeneralRoot = region.GeneralRoot,
        LongestNumber = (byte)(31 - int.LeadingZeroCount((int)region.Lengths)),
    };

    private static ulong Packed(string digits)
    {
        var packed = 0ul;
        for (var index = 0; index < digits.Length; index++)
            packed |= (ulong)(uint)(digits[index] - '0') << (4 * index);
        return packed;
    }

    private static ulong Mask(int digits) => (1ul << (4 * digits)) - 1;
}
