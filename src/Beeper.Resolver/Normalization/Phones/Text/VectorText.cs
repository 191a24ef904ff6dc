using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// Loads short texts into vectors. Quick loads reach beyond the text but not beyond its memory page, so they cannot fault; whoever uses them
/// masks what they bring along.
/// </summary>
internal static unsafe class VectorText
{
    /// <summary>The longest text in bytes or UTF-16 units.</summary>
    public const int Longest = 32;

    private const int Half = Longest / 2;
    private const int PageSize = 4096;

    /// <summary>Loads UTF-8 text; false if a page ends too close behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLoad(ReadOnlySpan<byte> text, out Vector256<byte> bytes)
    {
        // Pinned, because a text that moved between the check and the load could be at the end of a page by then.
        fixed (byte* start = &MemoryMarshal.GetReference(text))
        {
            if (((nuint)start & (PageSize - 1)) > PageSize - Longest)
            {
                bytes = default;
                return false;
            }
            bytes = Vector256.Load(start);
            return true;
        }
    }

    /// <summary>Loads UTF-16 text as bytes, units beyond 255 as 0 or 255, which are neither digits nor punctuation; false if a page ends too close behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLoad(ReadOnlySpan<char> text, out Vector256<byte> bytes)
    {
        fixed (char* start = &MemoryMarshal.GetReference(text))
        {
            if (((nuint)start & (PageSize - 1)) > PageSize - Longest * sizeof(char))
            {
                bytes = default;
                return false;
            }
            bytes = Narrow(Vector256.Load((ushort*)start), Vector256.Load((ushort*)start + Half));
            return true;
        }
    }

    /// <summary>The units of UTF-16 text, wherever it lies; zeros behind it.</summary>
    public static void Load(ReadOnlySpan<char> text, out Vector256<ushort> lower, out Vector256<ushort> upper)
    {
        Span<char> copy = stackalloc char[Longest];
        copy.Clear();
        text.CopyTo(copy);
        var units = MemoryMarshal.Cast<char, ushort>(copy);
        lower = Vector256.Create<ushort>(units);
        upper = Vector256.Create<ushort>(units[Half..]);
    }

    /// <summary>Units as bytes: those beyond 255 become 0 or 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Narrow(Vector256<ushort> lower, Vector256<ushort> upper)
    {
        var packed = Avx2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16());
        return Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();
    }
}
