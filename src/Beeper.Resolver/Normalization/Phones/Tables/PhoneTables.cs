using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// The tables in the form in which numbers are read: rows at powers of two, in memory that does not move, so that a step is one load without
/// a bounds check. Every index that reaches them comes out of the tables themselves or is a decimal digit.
/// </summary>
internal sealed unsafe class PhoneTables
{
    /// <summary>Slots of a node's row: ten digits, the result, five unused.</summary>
    public const int NodeWidth = 16;

    /// <summary>The slot of the result if the number ends at the node.</summary>
    public const int ResultSlot = 10;

    /// <summary>Prefix rules of a region, one for each two packed digits (0x00 to 0x99).</summary>
    public const int RulesPerRegion = 160;

    /// <summary>Entries for three packed digits after a plus; the regions' own entries follow.</summary>
    public const int CodeEntries = 4096;

    /// <summary>Lengths told apart for each region.</summary>
    public const int LengthsPerRegion = 32;

    private readonly List<Array> _kept = [];
    private readonly CallingCodeRoot[] _codes = new CallingCodeRoot[1000];
    private readonly short[] _regionIndexes = new short[PhoneRegion.Count];

    /// <summary>Lays out an image.</summary>
    public PhoneTables(PhoneTableImage image)
    {
        Version = image.Version;
        Regions = image.Regions;
        InnerNodes = image.InnerNodes;
        Nodes = Keep<ushort>(image.InnerNodes * NodeWidth);
        for (var node = 0; node < image.InnerNodes; node++)
            image.Nodes.AsSpan(node * NodePool.Width, NodePool.Width).CopyTo(new Span<ushort>(Nodes + node * NodeWidth, NodePool.Width));
        Tails = Keep<NodeTail>(image.Tails.Length);
        image.Tails.CopyTo(new Span<NodeTail>(Tails, image.Tails.Length));
        Entries = Keep<DiallingEntry>(CodeEntries + Regions.Length);
        Rules = Keep<PrefixRule>(RulesPerRegion * Regions.Length);
        Possibilities = Keep<PhonePossibility>(LengthsPerRegion * Regions.Length);
        Digits = Keep<RegionDigits>(Regions.Length);
        foreach (var code in image.CallingCodes)
            _codes[code.Code] = code;
        FillEntries(_codes);
        FillRegions(image, _codes);
    }

    public string Version { get; }

    public RegionRules[] Regions { get; }

    public int InnerNodes { get; }

    public ushort* Nodes { get; }

    public NodeTail* Tails { get; }

    public DiallingEntry* Entries { get; }

    public PrefixRule* Rules { get; }

    public PhonePossibility* Possibilities { get; }

    public RegionDigits* Digits { get; }

    /// <summary>The index of a region that numbers can be dialled in, or -1.</summary>
    public int IndexOf(PhoneRegion region) => _regionIndexes[region.Number] - 1;

    /// <summary>The main region of a calling code, or none.</summary>
    public PhoneRegion MainRegion(int callingCode) => callingCode is > 0 and < 1000 && _codes[callingCode] is { Code: not 0 } code ? Regions[code.MainRegion].Region : default;

    private void FillEntries(CallingCodeRoot[] codes)
    {
        for (var first = 1; first < 10; first++)
        {
            for (var second = 0; second < 10; second++)
            {
                for (var third = 0; third < 10; third++)
                {
                    // Calling codes are prefix-free, so the first that fits is the only one.
                    var (code, digits) = codes[first].Code != 0 ? (first, 1) : codes[first * 10 + second].Code != 0 ? (first * 10 + second, 2) : (first * 100 + second * 10 + third, 3);
                    if (codes[code].Code != 0)
                        Entries[first | second << 4 | third << 8] = EntryFor(codes[code], codes[code].MainRegion, digits);
                }
            }
        }
    }

    private void FillRegions(PhoneTableImage image, CallingCodeRoot[] codes)
    {
        for (var index = 0; index < Regions.Length; index++)
        {
            var region = Regions[index];
            if (region.Region != PhoneRegion.Worldwide)
                _regionIndexes[region.Region.Number] = (short)(index + 1);
            Entries[CodeEntries + index] = EntryFor(codes[region.CallingCode], (ushort)index, 0);
            Digits[index] = DigitsOf(region);
            for (var length = 0; length < LengthsPerRegion; length++)
                Possibilities[index * LengthsPerRegion + length] = region.Judge(length);
            for (var pair = 0; pair < PhoneTableImage.DigitPairs; pair++)
                Rules[index * RulesPerRegion + (pair / 10 | pair % 10 << 4)] = image.PrefixRules[image.PrefixRuleOf[index * PhoneTableImage.DigitPairs + pair]];
        }
    }

    private DiallingEntry EntryFor(CallingCodeRoot code, ushort ruleRegion, int codeDigits) => new()
    {
        Lengths = Regions[ruleRegion].Lengths,
        Root = code.Root,
        Code = code.Code,
        RuleRegion = ruleRegion,
        MainRegion = code.MainRegion,
        SoleRegion = code.SoleRegion,
        CodeDigits = (byte)codeDigits,
    };

    private static RegionDigits DigitsOf(RegionRules region) => new()
    {
        International = Packed(region.InternationalDigits),
        InternationalMask = Mask(region.InternationalDigits.Length),
        InternationalDigits = (byte)region.InternationalDigits.Length,
        Code = Packed($"{region.CallingCode}"),
        CodeMask = Mask(region.CallingCodeDigits),
        CodeDigits = (byte)region.CallingCodeDigits,
        GeneralRoot = region.GeneralRoot,
        LongestNumber = (byte)(31 - int.LeadingZeroCount((int)region.Lengths)),
    };

    private static ulong Packed(string digits)
    {
        var packed = 0ul;
        for (var index = 0; index < digits.Length; index++)
            packed |= (ulong)(uint)(digits[index] - '0') << (4 * index);
        return packed;
    }

    private static ulong Mask(int digits) => (1ul << (4 * digits)) - 1;

    private T* Keep<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateArray<T>(length, pinned: true);
        _kept.Add(array);
        return (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
    }
}
