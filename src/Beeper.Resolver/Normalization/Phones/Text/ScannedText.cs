using Beeper.Resolver.Normalization.Phones.Numbers;

namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>The digits found in a text, in the order in which they were added.</summary>
internal struct ScannedText
{
    private ulong _low;
    private ulong _high;

    /// <summary>How many digits.</summary>
    public int Count { get; private set; }

    /// <summary>How many plus signs stood before them.</summary>
    public int PlusSigns { get; set; }

    /// <summary>The extension's digits, four bits each, the first lowest.</summary>
    public ulong Extension { get; set; }

    /// <summary>How many digits the extension has; 0 for none.</summary>
    public int ExtensionDigits { get; set; }

    /// <summary>The first sixteen digits.</summary>
    public readonly ulong Low => _low;

    public readonly DigitString Digits => new(_low, _high, Count);

    /// <summary>Adds a digit; false if there is no room for it.</summary>
    public bool TryAdd(int digit)
    {
        if (Count < QuickNumberReader.Most)
            _low |= (ulong)(uint)digit << (4 * Count);
        else if (Count < DigitString.Most)
            _high |= (ulong)(uint)digit << (4 * (Count - QuickNumberReader.Most));
        else
            return false;
        Count++;
        return true;
    }

    /// <summary>Takes over digits counted elsewhere.</summary>
    public void Take(ulong low, ulong high, int count) => (_low, _high, Count) = (low, high, count);
}
