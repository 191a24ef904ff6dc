using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>A region's <see cref="RegionRules"/> as they are stored, rules and texts by place and length in their sections; 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct RegionRecord
{
    public uint Lengths;

    public uint LocalLengths;

    /// <summary>The region's number.</summary>
    public ushort Region;

    public ushort CallingCode;

    public ushort GeneralRoot;

    public StoredPrefix InternationalPrefix;

    public StoredPrefix NationalPrefix;

    /// <summary>Where the transform rule begins among the texts.</summary>
    public ushort Transform;

    public byte TransformLength;

    /// <summary>Digits of the calling code.</summary>
    public byte CodeDigits;
}
