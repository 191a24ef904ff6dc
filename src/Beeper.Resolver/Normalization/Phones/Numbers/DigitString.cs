namespace Beeper.Resolver.Normalization.Phones.Numbers;

/// <summary>Up to 32 digits in 16 bytes, four bits each, the first digit lowest.</summary>
internal readonly struct DigitString
{
    public const int Most = 32;
    private const int InLow = 16;
    private readonly ulong _low;
    private readonly ulong _high;

    /// <param name="low">The first sixteen digits.</param>
    /// <param name="high">The digits after them.</param>
    /// <param name="count">How many there are.</param>
    public DigitString(ulong low, ulong high, int count)
    {
        _low = low;
        _high = high;
        Count = count;
    }

    public int Count { get; }

    /// <summary>The first sixteen digits.</summary>
    public ulong Low => _low;

    /// <summary>The digits after the first sixteen.</summary>
    public ulong High => _high;

    public int this[int index] => (int)(index < InLow ? _low >> (4 * index) : _high >> (4 * (index - InLow))) & 15;

    /// <summary>The digits after the first ones.</summary>
    public DigitString From(int start)
    {
        if (start == 0)
            return this;
        return start < InLow
            ? new DigitString(_low >> (4 * start) | _high << (4 * (InLow - start)), _high >> (4 * start), Count - start)
            : new DigitString(start < Most ? _high >> (4 * (start - InLow)) : 0, 0, Count - start);
    }

    /// <summary>The digits between two positions.</summary>
    public DigitString Range(int start, int end)
    {
        var range = default(DigitString);
        for (var index = start; index < end; index++)
            range = range.Append(this[index]);
        return range;
    }

    public DigitString Append(int digit) => Count < InLow
        ? new DigitString(_low | (ulong)(uint)digit << (4 * Count), _high, Count + 1)
        : new DigitString(_low, _high | (ulong)(uint)digit << (4 * (Count - InLow)), Count + 1);

    public DigitString Append(DigitString other)
    {
        var both = this;
        for (var index = 0; index < other.Count; index++)
            both = both.Append(other[index]);
        return both;
    }

    /// <summary>The decimal value; up to 19 digits fit.</summary>
    public ulong Value
    {
        get
        {
            if (Count <= InLow)
                return Count == 0 ? 0 : DecimalWord.ValueOf(_low, Count);
            return DecimalWord.ValueOf(_low, InLow) * DecimalWord.PowerOfTen(Count - InLow) + DecimalWord.ValueOf(_high, Count - InLow);
        }
    }
}
