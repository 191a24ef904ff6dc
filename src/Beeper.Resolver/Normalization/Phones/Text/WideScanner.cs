using System.Numerics;
using System.Runtime.Intrinsics;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>
/// The vector scan of texts with characters beyond ASCII: the dashes, spaces and digits of other scripts most often met, and whatever
/// libphonenumber drops before and behind a number, such as direction marks.
/// </summary>
internal static class WideScanner
{
    /// <summary>Scans a text; false unless it is a number of 3 to 16 digits between characters that are dropped.</summary>
    /// <param name="text">1 to 32 characters.</param>
    /// <param name="scan">What was found, as it counts for libphonenumber.</param>
    public static bool TryScan(ReadOnlySpan<char> text, out VectorScan scan)
    {
        VectorText.Load(text, out var lower, out var upper);
        var bytes = VectorText.Narrow(ToAscii(lower), ToAscii(upper));
        scan = VectorScanner.Scan(bytes, text.Length);
        // A semicolon may begin a parameter that changes everything.
        var semicolons = Vector256.Equals(bytes, Vector256.Create((byte)';')).ExtractMostSignificantBits() & scan.OtherBits;
        if (semicolons != 0)
            return false;
        var last = BitOperations.Log2(scan.DigitBits | 1);
        var after = last == VectorText.Longest - 1 ? 0 : uint.MaxValue << (last + 1);
        var before = scan.OtherBeforeStart;
        var behind = scan.OtherFromStart & after;
        return (scan with { OtherBits = scan.OtherFromStart & ~after }).IsPlain && AllDropped(text, before, leading: true) && AllDropped(text, behind, leading: false);
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
}
