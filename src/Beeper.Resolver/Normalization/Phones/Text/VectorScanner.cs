using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>Finds digits, plus signs and punctuation of a text of up to 32 bytes or characters at once.</summary>
internal static class VectorScanner
{
    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported && Bmi2.X64.IsSupported;

    // Read at 32 - n, this masks the first n bytes.
    private static ReadOnlySpan<byte> LengthMasks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Scans a text.</summary>
    /// <param name="text">Its characters; whatever is beyond ASCII is neither digit nor punctuation.</param>
    /// <param name="length">How many of them count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorScan Scan(Vector256<byte> text, int length)
    {
        var inText = Bmi2.ZeroHighBits(uint.MaxValue, (uint)length);
        var values = text - Vector256.Create((byte)'0');
        var isDigit = Vector256.Equals(Vector256.Min(values, Vector256.Create((byte)9)), values)
            & Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LengthMasks), (nuint)(VectorText.Longest - length));
        // A character is punctuation if its low and its high half name a common row: 1 for 0x20-0x2F, 2 for 0x50-0x5F.
        var byLow = Vector256.Create((byte)1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 0, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 0, 3, 1, 1);
        var byHigh = Vector256.Create((byte)0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var highHalves = Vector256.ShiftRightLogical(text.AsUInt16(), 4).AsByte() & Vector256.Create((byte)15);
        var notPunctuation = Vector256.Equals(Avx2.Shuffle(byLow, text) & Avx2.Shuffle(byHigh, highHalves), Vector256<byte>.Zero);
        var digitBits = isDigit.ExtractMostSignificantBits();
        var plusBits = Vector256.Equals(text, Vector256.Create((byte)'+')).ExtractMostSignificantBits() & inText;
        var otherBits = notPunctuation.ExtractMostSignificantBits() & inText & ~(digitBits | plusBits);
        return new VectorScan(Digits(text, isDigit, digitBits), digitBits, plusBits, otherBits);
    }

    // The low half of each digit's byte, gathered eight bytes at a time. Up to sixteen digits the shifts stay in range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Digits(Vector256<byte> text, Vector256<byte> isDigit, uint digitBits)
    {
        var taken = (isDigit & Vector256.Create((byte)15)).AsUInt64();
        var bytes = text.AsUInt64();
        var first = Bmi2.X64.ParallelBitExtract(bytes.GetElement(0), taken.GetElement(0));
        var second = Bmi2.X64.ParallelBitExtract(bytes.GetElement(1), taken.GetElement(1));
        var third = Bmi2.X64.ParallelBitExtract(bytes.GetElement(2), taken.GetElement(2));
        var fourth = Bmi2.X64.ParallelBitExtract(bytes.GetElement(3), taken.GetElement(3));
        var lower = first | second << (4 * BitOperations.PopCount(digitBits & 0xFF));
        var upper = third | fourth << (4 * BitOperations.PopCount(digitBits & 0xFF0000));
        return lower | upper << (4 * BitOperations.PopCount(digitBits & 0xFFFF));
    }
}
