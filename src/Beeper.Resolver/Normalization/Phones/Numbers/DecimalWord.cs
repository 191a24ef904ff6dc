using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Beeper.Resolver.Normalization.Phones.Numbers;

/// <summary>The value of decimal digits packed four bits each into a 64-bit word, the first digit lowest.</summary>
internal static class DecimalWord
{
    private const int MostDigits = 16;
    private const ulong LowNibbles = 0x0F0F0F0F0F0F0F0F;

    // An array, since without optimisation the compiler's way to a table of numbers allocates on each use.
    private static readonly ulong[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>Ten to the power of 0 to 19.</summary>
    public static ulong PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>How many decimal digits a number has; 0 for 0.</summary>
    public static int DigitsOf(ulong number)
    {
        // 1233 / 4096 is a little more than the logarithm of 2 to base 10, so this is right or one too many.
        var most = (BitOperations.Log2(number | 1) + 1) * 1233 >> 12;
        return number >= Powers[most] ? most + 1 : most;
    }

    /// <summary>The first digits of a word.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="count">How many to keep, 0 to 16.</param>
    public static ulong First(ulong digits, int count) => count >= MostDigits ? digits : digits & ((1ul << (4 * count)) - 1);

    /// <summary>The value of a word.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="count">How many, 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ValueOf(ulong digits, int count)
    {
        var aligned = digits << (4 * (MostDigits - count));
        return EightDigits(Spread((uint)aligned)) * 100_000_000 + EightDigits(Spread((uint)(aligned >> 32)));
    }

    // Each digit into a byte of its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(uint digits)
    {
        if (Bmi2.X64.IsSupported)
            return Bmi2.X64.ParallelBitDeposit(digits, LowNibbles);
        ulong wide = digits;
        wide = (wide | wide << 16) & 0x0000FFFF0000FFFF;
        wide = (wide | wide << 8) & 0x00FF00FF00FF00FF;
        return (wide | wide << 4) & LowNibbles;
    }

    // Pairs, then fours, then all eight: each multiplication adds neighbours at their weights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong digits)
    {
        const ulong EveryFourthByte = 0x000000FF000000FF;
        var pairs = digits * 10 + (digits >> 8);
        var low = (pairs & EveryFourthByte) * (100 + (1_000_000ul << 32));
        var high = (pairs >> 16 & EveryFourthByte) * (1 + (10_000ul << 32));
        return low + high >> 32;
    }
}
