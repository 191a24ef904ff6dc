using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// The tables in the form in which numbers are read: the stored blob itself, in memory that does not move, so that a step is one load without
/// a bounds check. Every index that reaches them comes out of the tables themselves or is a decimal digit.
/// </summary>
internal sealed unsafe class PhoneTables
{
    /// <summary>Prefix rules of a region, one for each two packed digits (0x00 to 0x99).</summary>
    public const int RulesPerRegion = 160;

    /// <summary>Entries for three packed digits after a plus; the regions' own entries follow, by region number.</summary>
    public const int CodeEntries = 4096;

    /// <summary>Lengths told apart for each region.</summary>
    public const int LengthsPerRegion = 32;

    private readonly ushort* _mainRegions;
    private readonly PrefixStep* _steps;
    private readonly byte* _texts;

    /// <param name="blob">A whole blob as <see cref="PhoneTableBlob"/> writes it, aligned to a cache line, that stays where it is.</param>
    private PhoneTables(byte* blob)
    {
        var header = (PhoneTableHeader*)blob;
        InnerNodes = header->InnerNodes;
        Rows = (NodeRow*)(blob + header->Rows);
        Entries = (DiallingEntry*)(blob + header->Entries);
        Rules = (PrefixRule*)(blob + header->Rules);
        Possibilities = (PhonePossibility*)(blob + header->Possibilities);
        Digits = (RegionDigits*)(blob + header->Digits);
        Regions = (RegionRecord*)(blob + header->Regions);
        _mainRegions = (ushort*)(blob + header->MainRegions);
        _steps = (PrefixStep*)(blob + header->Steps);
        _texts = blob + header->Texts;
    }

    /// <summary>Nodes below this number are inner nodes, the others tails.</summary>
    public int InnerNodes { get; }

    public NodeRow* Rows { get; }

    public DiallingEntry* Entries { get; }

    public PrefixRule* Rules { get; }

    public PhonePossibility* Possibilities { get; }

    public RegionDigits* Digits { get; }

    public RegionRecord* Regions { get; }

    /// <summary>Takes a stored blob into memory, where it stays as long as the process.</summary>
    /// <param name="blob">The whole blob.</param>
    public static PhoneTables Load(Stream blob)
    {
        var length = (int)blob.Length;
        // Never freed, because raw pointers lead into it; a program has one set of tables.
        var memory = (byte*)NativeMemory.AlignedAlloc((nuint)length, PhoneTableBlob.Alignment);
        blob.ReadExactly(new Span<byte>(memory, length));
        return new PhoneTables(memory);
    }

    /// <summary>The tables of an image, by way of its stored form.</summary>
    public static PhoneTables Of(PhoneTableImage image) => Load(new MemoryStream(PhoneTableBlob.Write(image)));

    /// <summary>The regions that numbers can be dialled in.</summary>
    public IReadOnlyList<string> RegionNames()
    {
        var names = new List<string>();
        for (ushort number = 1; number < PhoneRegion.Count; number++)
        {
            if (Entries[CodeEntries + number].Code != 0 && PhoneRegion.FromNumber(number).Name is { } name)
                names.Add(name);
        }
        return names;
    }

    /// <summary>The main region of a calling code, or none.</summary>
    public PhoneRegion MainRegion(int callingCode) => PhoneRegion.FromNumber(callingCode is > 0 and < PhoneTableBlob.CallingCodes ? _mainRegions[callingCode] : (ushort)0);

    /// <summary>The steps of a prefix rule; none where there is no rule.</summary>
    public ReadOnlySpan<PrefixStep> StepsOf(StoredPrefix rule) => new(_steps + rule.First, rule.Count);

    /// <summary>A region's transform rule in ASCII.</summary>
    public ReadOnlySpan<byte> TransformOf(RegionRecord* region) => new(_texts + region->Transform, region->TransformLength);

    /// <summary>Whether a number of a region may have so many digits.</summary>
    public PhonePossibility Judge(int region, int length) => length < LengthsPerRegion ? Possibilities[region * LengthsPerRegion + length] : PhonePossibility.TooLong;
}
