namespace Beeper.Resolver.Normalization.Phones.Numbers;

/// <summary>Up to 32 digits in 16 bytes, four bits each, the first digit lowest.</summary>
internal readonly struct DigitString
{
    public const int Most = 32;
    private readonly UInt128 _digits;

    /// <param name="low">The first sixteen digits.</param>
    /// <param name="high">The digits after them.</param>
    /// <param name="count">How many there are.</param>
    public DigitString(ulong low, ulong high, int count)
        : this(new UInt128(high, low), count)
    {
    }

    private DigitString(UInt128 digits, int count)
    {
        _digits = digits;
        Count = count;
    }

    public int Count { get; }

    /// <summary>The first sixteen digits.</summary>
    public ulong Low => (ulong)_digits;

    public int this[int index] => (int)(uint)(_digits >> (4 * index)) & 15;

    /// <summary>The digits after the first ones.</summary>
    public DigitString From(int start) => new(start == Most ? UInt128.Zero : _digits >> (4 * start), Count - start);

    /// <summary>The digits between two positions.</summary>
    public DigitString Range(int start, int end)
    {
        var from = From(start);
        var count = end - start;
        return new DigitString(count == Most ? from._digits : from._digits & ((UInt128.One << (4 * count)) - 1), count);
    }

    public DigitString Append(int digit) => new(_digits | (UInt128)(uint)digit << (4 * Count), Count + 1);

    public DigitString Append(DigitString other) => new(_digits | other._digits << (4 * Count), Count + other.Count);

    /// <summary>The decimal value of the first digits; at most 19 fit.</summary>
    public ulong Value
    {
        get
        {
            var value = 0ul;
            for (var index = 0; index < Count; index++)
                value = value * 10 + (uint)this[index];
            return value;
        }
    }
}
