using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>
/// The stored form of the tables: one file, little-endian, embedded in the assembly. The same metadata gives the same bytes, so a rebuilt
/// blob can be compared with the stored one.
/// </summary>
internal static class PhoneTableBlob
{
    private static readonly byte[] Mark = "PHONETABLES1"u8.ToArray();

    /// <summary>Writes the tables.</summary>
    public static byte[] Write(PhoneTableImage image)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(image.Version);
        WriteNumbers(writer, image.Nodes);
        WriteAll(writer, image.Tails, static (to, tail) => Write(to, tail));
        WriteAll(writer, image.CallingCodes, static (to, code) => Write(to, code));
        WriteRegions(writer, image.Regions);
        WriteAll(writer, image.PrefixRules, static (to, rule) => Write(to, rule));
        WriteNumbers(writer, image.PrefixRuleOf);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The version a blob carries, or null if the stream is no blob.</summary>
    public static string? ReadVersion(BinaryReader reader) => reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark) ? reader.ReadString() : null;

    /// <summary>Reads the tables that follow the version.</summary>
    /// <exception cref="EndOfStreamException">The blob is cut short.</exception>
    public static PhoneTableImage Read(BinaryReader reader, string version) => new()
    {
        Version = version,
        Nodes = ReadNumbers(reader),
        Tails = ReadAll(reader, static from => new NodeTail(from.ReadUInt32(), from.ReadUInt16(), from.ReadUInt16())),
        CallingCodes = ReadAll(reader, static from => new CallingCodeRoot(from.ReadUInt16(), from.ReadUInt16(), from.ReadUInt16(), from.ReadUInt16())),
        Regions = ReadRegions(reader),
        PrefixRules = ReadAll(reader, static from => new PrefixRule(from.ReadUInt16(), from.ReadUInt16(), from.ReadByte(), from.ReadByte(), (PrefixPossibilities)from.ReadByte())),
        PrefixRuleOf = ReadNumbers(reader),
    };

    private static void Write(BinaryWriter writer, NodeTail tail)
    {
        writer.Write(tail.Lengths);
        writer.Write(tail.Hit);
        writer.Write(tail.Miss);
    }

    private static void Write(BinaryWriter writer, CallingCodeRoot code)
    {
        writer.Write(code.Code);
        writer.Write(code.Root);
        writer.Write(code.MainRegion);
        writer.Write(code.SoleRegion);
    }

    private static void Write(BinaryWriter writer, PrefixRule rule)
    {
        writer.Write(rule.UncertainLengths);
        writer.Write(rule.GeneralLengths);
        writer.Write(rule.Strip);
        writer.Write(rule.InternationalStrip);
        writer.Write((byte)rule.Possible);
    }

    private static void WriteRegions(BinaryWriter writer, RegionRules[] regions)
    {
        var programs = regions.SelectMany(static region => new[] { region.InternationalPrefix, region.NationalPrefix }).OfType<PrefixProgram>().Distinct().ToArray();
        WriteAll(writer, programs, static (to, program) =>
        {
            to.Write((byte)program.Groups);
            WriteAll(to, program.Steps, static (into, step) =>
            {
                into.Write((byte)step.Operation);
                into.Write(step.First);
                into.Write(step.Second);
            });
        });
        WriteAll(writer, regions, (to, region) =>
        {
            to.Write(region.Region.Number);
            to.Write(region.CallingCode);
            to.Write(region.GeneralRoot);
            to.Write(region.Lengths);
            to.Write(region.LocalLengths);
            to.Write((ushort)(Array.IndexOf(programs, region.InternationalPrefix) + 1));
            to.Write(region.InternationalDigits);
            to.Write((ushort)(Array.IndexOf(programs, region.NationalPrefix) + 1));
            to.Write(region.Transform);
        });
    }

    private static RegionRules[] ReadRegions(BinaryReader reader)
    {
        var programs = ReadAll(reader, static from =>
        {
            var groups = from.ReadByte();
            return new PrefixProgram(ReadAll(from, static steps => new PrefixStep((PrefixOperation)steps.ReadByte(), steps.ReadUInt16(), steps.ReadUInt16())), groups);
        });
        return ReadAll(reader, from => new RegionRules
        {
            Region = PhoneRegion.FromNumber(from.ReadUInt16()),
            CallingCode = from.ReadUInt16(),
            GeneralRoot = from.ReadUInt16(),
            Lengths = from.ReadUInt32(),
            LocalLengths = from.ReadUInt32(),
            InternationalPrefix = from.ReadUInt16() is > 0 and var international ? programs[international - 1] : null,
            InternationalDigits = from.ReadString(),
            NationalPrefix = from.ReadUInt16() is > 0 and var national ? programs[national - 1] : null,
            Transform = from.ReadString(),
        });
    }

    private static void WriteNumbers(BinaryWriter writer, ushort[] numbers) => WriteAll(writer, numbers, static (to, number) => to.Write(number));

    // In one go: these are most of the blob, and it is read before the first number can be.
    private static ushort[] ReadNumbers(BinaryReader reader)
    {
        var numbers = new ushort[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return numbers;
    }

    private static void WriteAll<T>(BinaryWriter writer, T[] items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Length);
        foreach (var item in items)
            write(writer, item);
    }

    private static T[] ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var index = 0; index < items.Length; index++)
            items[index] = read(reader);
        return items;
    }
}
