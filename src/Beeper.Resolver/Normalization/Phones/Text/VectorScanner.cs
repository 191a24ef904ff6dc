using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// Finds the digits of a text of up to 32 bytes or characters at once, if it holds nothing but ASCII digits, punctuation and one plus sign
/// before the digits. Such a text is viable, has no extension and no letters, so its digits are all that counts.
/// </summary>
internal static unsafe class VectorScanner
{
    /// <summary>The longest text in bytes or UTF-16 units.</summary>
    public const int Longest = 32;

    private const int FewestDigits = 3;
    private const int MostDigits = 16;
    private const int PageSize = 4096;

    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported && Bmi2.X64.IsSupported;

    // A character is punctuation if its low and its high half name a common row: 1 for 0x20-0x2F, 2 for 0x50-0x5F.
    private static Vector256<byte> PunctuationByLow => Vector256.Create((byte)1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 0, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 0, 3, 1, 1);

    private static Vector256<byte> PunctuationByHigh => Vector256.Create((byte)0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    // Read at 32 - n, this masks the first n bytes.
    private static ReadOnlySpan<byte> LengthMasks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Finds the digits of UTF-16 text; false if it holds anything else.</summary>
    /// <param name="text">Up to 32 characters.</param>
    /// <param name="digits">The digits, four bits each, the first lowest.</param>
    /// <param name="count">How many digits, 3 to 16.</param>
    /// <param name="plus">Whether a plus sign stood before them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryScan(ReadOnlySpan<char> text, out ulong digits, out int count, out bool plus)
    {
        fixed (char* start = &MemoryMarshal.GetReference(text))
        {
            // Loads reach beyond the text but not beyond its page, so they cannot fault; what they bring along is masked.
            var bytes = ((nuint)start & (PageSize - 1)) <= PageSize - Longest * sizeof(char) ? Narrow(Vector256.Load((ushort*)start), Vector256.Load((ushort*)start + 16)) : NarrowCopy(text);
            return TryScan(bytes, text.Length, out digits, out count, out plus);
        }
    }

    /// <summary>Finds the digits of UTF-8 text; false if it holds anything else.</summary>
    /// <param name="text">Up to 32 bytes.</param>
    /// <param name="digits">The digits, four bits each, the first lowest.</param>
    /// <param name="count">How many digits, 3 to 16.</param>
    /// <param name="plus">Whether a plus sign stood before them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryScan(ReadOnlySpan<byte> text, out ulong digits, out int count, out bool plus)
    {
        fixed (byte* start = &MemoryMarshal.GetReference(text))
        {
            var bytes = ((nuint)start & (PageSize - 1)) <= PageSize - Longest ? Vector256.Load(start) : Copy(text);
            return TryScan(bytes, text.Length, out digits, out count, out plus);
        }
    }

    /// <summary>
    /// Finds the digits of UTF-16 text that also holds the dashes, spaces and digits of other scripts most often met, and anything before and
    /// after that libphonenumber drops: a scheme or label before the number, direction marks around it, closing punctuation.
    /// </summary>
    /// <param name="text">1 to 32 characters.</param>
    /// <param name="digits">The digits, four bits each, the first lowest.</param>
    /// <param name="count">How many digits, 3 to 16.</param>
    /// <param name="plus">Whether a plus sign stood before them.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static bool TryScanLoosely(ReadOnlySpan<char> text, out ulong digits, out int count, out bool plus)
    {
        Span<char> copy = stackalloc char[Longest];
        text.CopyTo(copy);
        var units = MemoryMarshal.Cast<char, ushort>(copy);
        var lower = Vector256.Create<ushort>(units);
        var upper = Vector256.Create<ushort>(units[16..]);
        if (((lower | upper) & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
            (lower, upper) = (ToAscii(lower), ToAscii(upper));
        var bytes = Narrow(lower, upper);
        Classify(bytes, text.Length, out var isDigit, out var digitBits, out var plusBits, out var otherBits);
        plus = plusBits != 0;
        count = BitOperations.PopCount(digitBits);
        digits = Digits(bytes, isDigit, text.Length, digitBits);
        // A semicolon may begin a parameter that changes everything.
        var semicolons = Vector256.Equals(bytes, Vector256.Create((byte)';')).ExtractMostSignificantBits() & otherBits;
        if ((uint)(count - FewestDigits) > MostDigits - FewestDigits || semicolons != 0)
            return false;
        var start = BitOperations.TrailingZeroCount(digitBits | plusBits);
        var last = BitOperations.Log2(digitBits);
        var before = (1u << start) - 1;
        var after = last == Longest - 1 ? 0 : uint.MaxValue << (last + 1);
        return (otherBits & ~(before | after)) == 0
            && (plusBits & ~(1u << start)) == 0
            && AllDropped(text, otherBits & before, leading: true)
            && AllDropped(text, otherBits & after, leading: false);
    }

    // ExtractPossibleNumber: before the number all goes but digits, behind it all but letters, digits and the hash.
    private static bool AllDropped(ReadOnlySpan<char> text, uint characters, bool leading)
    {
        for (; characters != 0; characters &= characters - 1)
        {
            var c = text[BitOperations.TrailingZeroCount(characters)];
            if (leading ? char.IsDigit(c) : c == '#' || char.IsLetterOrDigit(c))
                return false;
        }
        return true;
    }

    // Each becomes what it counts as for the library: a dash, a space, a digit, the plus sign.
    private static Vector256<ushort> ToAscii(Vector256<ushort> units)
    {
        units = Replace(units, '\u2010', 6, '-', keepOffset: false);
        units = Replace(units, '\u00A0', 1, ' ', keepOffset: false);
        units = Replace(units, '\u00AD', 1, ' ', keepOffset: false);
        units = Replace(units, '\uFF0B', 1, '+', keepOffset: false);
        foreach (var zero in "\u0660\u06F0\u0966\u09E6\uFF10")
            units = Replace(units, zero, 10, '0', keepOffset: true);
        return units;
    }

    private static Vector256<ushort> Replace(Vector256<ushort> units, char first, ushort count, char by, bool keepOffset)
    {
        var offset = units - Vector256.Create((ushort)first);
        var isOne = Vector256.Equals(Vector256.Min(offset, Vector256.Create((ushort)(count - 1))), offset);
        var replacement = keepOffset ? offset + Vector256.Create((ushort)by) : Vector256.Create((ushort)by);
        return Vector256.ConditionalSelect(isOne, replacement, units);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<byte> NarrowCopy(ReadOnlySpan<char> text)
    {
        Span<char> copy = stackalloc char[Longest];
        text.CopyTo(copy);
        var units = MemoryMarshal.Cast<char, ushort>(copy);
        return Narrow(Vector256.Create<ushort>(units), Vector256.Create<ushort>(units[16..]));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<byte> Copy(ReadOnlySpan<byte> text)
    {
        Span<byte> copy = stackalloc byte[Longest];
        text.CopyTo(copy);
        return Vector256.Create<byte>(copy);
    }

    // Characters beyond Latin-1 become 0 or 255, which are neither digits nor punctuation.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(Vector256<ushort> lower, Vector256<ushort> upper)
    {
        var packed = Avx2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16());
        return Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryScan(Vector256<byte> text, int length, out ulong digits, out int count, out bool plus)
    {
        Classify(text, length, out var isDigit, out var digitBits, out var plusBits, out var otherBits);
        plus = plusBits != 0;
        count = BitOperations.PopCount(digitBits);
        digits = Digits(text, isDigit, length, digitBits);
        var severalPlus = plusBits & (plusBits - 1);
        var digitsBeforePlus = plus & BitOperations.TrailingZeroCount(digitBits) < BitOperations.TrailingZeroCount(plusBits);
        return (otherBits | severalPlus) == 0 & !digitsBeforePlus & (uint)(count - FewestDigits) <= MostDigits - FewestDigits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Classify(Vector256<byte> text, int length, out Vector256<byte> isDigit, out uint digitBits, out uint plusBits, out uint otherBits)
    {
        var inText = Bmi2.ZeroHighBits(uint.MaxValue, (uint)length);
        var values = text - Vector256.Create((byte)'0');
        isDigit = Vector256.Equals(Vector256.Min(values, Vector256.Create((byte)9)), values);
        var highHalves = Vector256.ShiftRightLogical(text.AsUInt16(), 4).AsByte() & Vector256.Create((byte)15);
        var notPunctuation = Vector256.Equals(Avx2.Shuffle(PunctuationByLow, text) & Avx2.Shuffle(PunctuationByHigh, highHalves), Vector256<byte>.Zero);
        digitBits = isDigit.ExtractMostSignificantBits() & inText;
        plusBits = Vector256.Equals(text, Vector256.Create((byte)'+')).ExtractMostSignificantBits() & inText;
        otherBits = notPunctuation.ExtractMostSignificantBits() & inText & ~(digitBits | plusBits);
    }

    // The low half of each digit's byte, gathered eight bytes at a time. Up to sixteen digits the shifts stay in range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Digits(Vector256<byte> text, Vector256<byte> isDigit, int length, uint digitBits)
    {
        var inText = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LengthMasks), (nuint)(Longest - length));
        var taken = (isDigit & inText & Vector256.Create((byte)15)).AsUInt64();
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
