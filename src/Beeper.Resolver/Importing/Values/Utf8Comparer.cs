using System.Buffers.Binary;

namespace Beeper.Resolver.Importing.Values;

/// <summary>Compares texts by their UTF-8 bytes.</summary>
internal sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static Utf8Comparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    // The ends and the length tell labels and countries apart; the whole text is compared afterwards.
    public int GetHashCode(ReadOnlySpan<byte> alternate) => alternate.Length < sizeof(ulong)
        ? HashCode.Combine(Short(alternate), alternate.Length)
        : HashCode.Combine(BinaryPrimitives.ReadUInt64LittleEndian(alternate), BinaryPrimitives.ReadUInt64LittleEndian(alternate[^sizeof(ulong)..]), alternate.Length);

    private static ulong Short(ReadOnlySpan<byte> text)
    {
        var value = 0UL;
        foreach (var one in text)
            value = (value << 8) | one;
        return value;
    }
}
