namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// What an automaton says of a whole number, in 16 bits: the type of line below, the region's number above. The region is left out (0) where
/// a calling code belongs to one region only, so that codes share nodes.
/// </summary>
internal static class LeafResult
{
    /// <summary>No region, no type: the number is not valid.</summary>
    public const ushort None = 0;

    /// <summary>The number matches a region's general pattern.</summary>
    public const ushort General = 0x7000;

    private const int TypeBits = 4;

    public static ushort Of(PhoneRegion region, PhoneType type) => (ushort)(region.Number << TypeBits | (int)type);

    public static PhoneType Type(int result) => (PhoneType)(result & ((1 << TypeBits) - 1));

    public static int RegionNumber(int result) => result >> TypeBits;
}
