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

    private const nuint Half = Longest / 2;
    private const int PageSize = 4096;

    /// <summary>Whether the bytes that <see cref="Load(ReadOnlySpan{byte})"/> takes lie on one page.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayLoad(ReadOnlySpan<byte> text) => ((nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text)) & (PageSize - 1)) <= PageSize - Longest;

    /// <summary>Whether the units that <see cref="Load(ReadOnlySpan{char})"/> takes lie on one page.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayLoad(ReadOnlySpan<char> text) => ((nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text)) & (PageSize - 1)) <= PageSize - Longest * sizeof(char);

    /// <summary>The bytes of UTF-8 text that <see cref="MayLoad(ReadOnlySpan{byte})"/> be loaded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ReadOnlySpan<byte> text) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text));

    /// <summary>UTF-16 text that <see cref="MayLoad(ReadOnlySpan{char})"/> be loaded, as bytes: units beyond 255 become 0 or 255, which are neither digits nor punctuation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ReadOnlySpan<char> text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        return Narrow(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, Half));
    }

    /// <summary>The same for text that lies anywhere.</summary>
    public static Vector256<byte> LoadAny(ReadOnlySpan<char> text)
    {
        LoadAny(text, out var lower, out var upper);
        return Narrow(lower, upper);
    }

    /// <summary>The units of UTF-16 text that lies anywhere.</summary>
    [SkipLocalsInit]
    public static void LoadAny(ReadOnlySpan<char> text, out Vector256<ushort> lower, out Vector256<ushort> upper)
    {
        Span<char> copy = stackalloc char[Longest];
        var source = copy;
        if (MayLoad(text))
            source = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(text), Longest);
        else
            text.CopyTo(copy);
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(source));
        lower = Vector256.LoadUnsafe(ref first);
        upper = Vector256.LoadUnsafe(ref first, Half);
    }

    /// <summary>Units as bytes: those beyond 255 become 0 or 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Narrow(Vector256<ushort> lower, Vector256<ushort> upper)
    {
        var packed = Avx2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16());
        return Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();
    }
}
