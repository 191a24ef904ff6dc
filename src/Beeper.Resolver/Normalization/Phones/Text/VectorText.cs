using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// Loads short texts into vectors. Loads reach beyond the text but not beyond its memory page, so they cannot fault; whoever uses them masks
/// what they bring along.
/// </summary>
internal static unsafe class VectorText
{
    /// <summary>The longest text in bytes or UTF-16 units.</summary>
    public const int Longest = 32;

    private const int PageSize = 4096;

    /// <summary>The bytes of UTF-8 text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ReadOnlySpan<byte> text)
    {
        fixed (byte* start = &MemoryMarshal.GetReference(text))
            return ((nuint)start & (PageSize - 1)) <= PageSize - Longest ? Vector256.Load(start) : Copy(text);
    }

    /// <summary>UTF-16 text as bytes: units beyond 255 become 0 or 255, which are neither digits nor punctuation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ReadOnlySpan<char> text)
    {
        Load(text, out var lower, out var upper);
        return Narrow(lower, upper);
    }

    /// <summary>The units of UTF-16 text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ReadOnlySpan<char> text, out Vector256<ushort> lower, out Vector256<ushort> upper)
    {
        fixed (char* start = &MemoryMarshal.GetReference(text))
        {
            if (((nuint)start & (PageSize - 1)) <= PageSize - Longest * sizeof(char))
                (lower, upper) = (Vector256.Load((ushort*)start), Vector256.Load((ushort*)start + Longest / 2));
            else
                Copy(text, out lower, out upper);
        }
    }

    /// <summary>Units as bytes: those beyond 255 become 0 or 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Narrow(Vector256<ushort> lower, Vector256<ushort> upper)
    {
        var packed = Avx2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16());
        return Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Copy(ReadOnlySpan<char> text, out Vector256<ushort> lower, out Vector256<ushort> upper)
    {
        Span<char> copy = stackalloc char[Longest];
        text.CopyTo(copy);
        var units = MemoryMarshal.Cast<char, ushort>(copy);
        lower = Vector256.Create<ushort>(units);
        upper = Vector256.Create<ushort>(units[(Longest / 2)..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<byte> Copy(ReadOnlySpan<byte> text)
    {
        Span<byte> copy = stackalloc byte[Longest];
        text.CopyTo(copy);
        return Vector256.Create<byte>(copy);
    }
}
