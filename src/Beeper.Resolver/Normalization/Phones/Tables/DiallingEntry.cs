using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>Where the reading of a national number starts, either after a calling code or in a region; 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct DiallingEntry
{
    /// <summary>Bit n is set where n digits are a possible length under the rules of <see cref="RuleRegion"/>.</summary>
    public uint Lengths;

    /// <summary>The node where national numbers begin.</summary>
    public ushort Root;

    /// <summary>The calling code; 0 where digits begin none.</summary>
    public ushort Code;

    /// <summary>Index of the region whose prefix rules hold.</summary>
    public ushort RuleRegion;

    /// <summary>Index of the calling code's main region, whose lengths make a number possible.</summary>
    public ushort MainRegion;

    /// <summary>Number of the only region of the code, or 0.</summary>
    public ushort SoleRegion;

    /// <summary>Digits to skip: those of the calling code, or none for a region.</summary>
    public byte CodeDigits;
}
