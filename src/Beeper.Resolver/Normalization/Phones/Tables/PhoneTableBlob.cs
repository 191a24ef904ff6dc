using System.Runtime.InteropServices;
using System.Text;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// The stored form of the tables: one little-endian file, embedded in the assembly, laid out as numbers are read, so that loading it is one
/// copy. The same metadata gives the same bytes, so a rebuilt blob can be compared with the stored one.
/// </summary>
internal sealed unsafe class PhoneTableBlob
{
    /// <summary>Sections begin at multiples of this; a cache line.</summary>
    public const int Alignment = 64;

    /// <summary>Calling codes are below this.</summary>
    public const int CallingCodes = 1000;

    private readonly List<byte> _bytes = [];
    private readonly PhoneTableImage _image;
    private readonly List<PrefixStep> _steps = [];
    private readonly Dictionary<PrefixProgram, StoredPrefix> _prefixes = new(ReferenceEqualityComparer.Instance);
    private readonly StringBuilder _texts = new();

    private PhoneTableBlob(PhoneTableImage image) => _image = image;

    /// <summary>What a blob begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "PHONETABLES2"u8;

    /// <summary>Writes the tables.</summary>
    public static byte[] Write(PhoneTableImage image) => new PhoneTableBlob(image).Write();

    /// <summary>Whether this begins a blob of a version.</summary>
    public static bool IsOfVersion(PhoneTableHeader header, string version)
    {
        Span<byte> expected = stackalloc byte[PhoneTableHeader.VersionLength];
        expected.Clear();
        return Encoding.UTF8.TryGetBytes(version, expected, out _)
            && new ReadOnlySpan<byte>(header.Mark, PhoneTableHeader.MarkLength).SequenceEqual(Mark)
            && new ReadOnlySpan<byte>(header.Version, PhoneTableHeader.VersionLength).SequenceEqual(expected);
    }

    private byte[] Write()
    {
        var header = default(PhoneTableHeader);
        Mark.CopyTo(new Span<byte>(header.Mark, PhoneTableHeader.MarkLength));
        Encoding.UTF8.GetBytes(_image.Version, new Span<byte>(header.Version, PhoneTableHeader.VersionLength));
        _bytes.AddRange(new byte[sizeof(PhoneTableHeader)]);
        header.InnerNodes = _image.InnerNodes;
        header.Rows = Add<NodeRow>(RowsOf(_image));
        header.Entries = Add<DiallingEntry>(DiallingEntries.Of(_image));
        header.Rules = Add<PrefixRule>(RulesOf(_image));
        header.Possibilities = Add<PhonePossibility>([.. _image.Regions.SelectMany(static region => Enumerable.Range(0, PhoneTables.LengthsPerRegion).Select(region.Judge))]);
        header.Digits = Add<RegionDigits>(Array.ConvertAll(_image.Regions, static region => RegionDigits.Of(region)));
        header.Regions = Add<RegionRecord>(Array.ConvertAll(_image.Regions, RecordOf));
        header.MainRegions = Add<ushort>(MainRegionsOf(_image));
        header.Steps = Add<PrefixStep>(CollectionsMarshal.AsSpan(_steps));
        header.Texts = Add<byte>(Encoding.ASCII.GetBytes(_texts.ToString()));
        byte[] blob = [.. _bytes];
        MemoryMarshal.Write(blob, header);
        return blob;
    }

    private int Add<T>(ReadOnlySpan<T> section)
        where T : unmanaged
    {
        _bytes.AddRange(new byte[(Alignment - _bytes.Count % Alignment) % Alignment]);
        var start = _bytes.Count;
        _bytes.AddRange(MemoryMarshal.AsBytes(section));
        return start;
    }

    private static NodeRow[] RowsOf(PhoneTableImage image)
    {
        var rows = new NodeRow[image.InnerNodes + image.Tails.Length];
        for (var node = 0; node < rows.Length; node++)
        {
            for (var digit = 0; digit < 10; digit++)
                rows[node].Next[digit] = (ushort)image.Next(node, digit);
            rows[node].End = node < image.InnerNodes ? new NodeTail(1, (ushort)image.ResultAt(node, 0), LeafResult.None) : image.Tails[node - image.InnerNodes];
        }
        return rows;
    }

    private static PrefixRule[] RulesOf(PhoneTableImage image)
    {
        var rules = new PrefixRule[PhoneTables.RulesPerRegion * (image.Regions.Length + 1)];
        rules.AsSpan().Fill(PrefixRule.Open);
        for (var index = 0; index < image.PrefixRules.Length; index++)
        {
            var pair = index % PhoneTableImage.DigitPairs;
            rules[index / PhoneTableImage.DigitPairs * PhoneTables.RulesPerRegion + (pair / 10 | pair % 10 << 4)] = image.PrefixRules[index];
        }
        return rules;
    }

    private RegionRecord RecordOf(RegionRules region)
    {
        var transform = _texts.Length;
        _texts.Append(region.Transform);
        return new RegionRecord
        {
            Lengths = region.Lengths,
            LocalLengths = region.LocalLengths,
            Region = region.Region.Number,
            CallingCode = region.CallingCode,
            GeneralRoot = region.GeneralRoot,
            InternationalPrefix = Store(region.InternationalPrefix),
            NationalPrefix = Store(region.NationalPrefix),
            Transform = (ushort)transform,
            TransformLength = (byte)region.Transform.Length,
            CodeDigits = (byte)region.CallingCodeDigits,
        };
    }

    private StoredPrefix Store(PrefixProgram? program)
    {
        if (program is null)
            return default;
        if (!_prefixes.TryGetValue(program, out var stored))
        {
            _prefixes[program] = stored = new StoredPrefix(checked((ushort)_steps.Count), (ushort)program.Steps.Length, (ushort)program.Groups);
            _steps.AddRange(program.Steps);
        }
        return stored;
    }

    private static ushort[] MainRegionsOf(PhoneTableImage image)
    {
        var regions = new ushort[CallingCodes];
        foreach (var code in image.CallingCodes)
            regions[code.Code] = image.Regions[code.MainRegion].Region.Number;
        return regions;
    }
}
