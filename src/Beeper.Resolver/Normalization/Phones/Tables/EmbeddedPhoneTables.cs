using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PhoneNumbers;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>The tables embedded in this assembly.</summary>
internal static class EmbeddedPhoneTables
{
    /// <summary>Name of the resource.</summary>
    public const string ResourceName = "phone-tables.bin";

    /// <summary>The version of the loaded libphonenumber-csharp assembly.</summary>
    public static string LibraryVersion => typeof(PhoneNumberUtil).Assembly.GetName().Version?.ToString() ?? "";

    /// <summary>The tables, or null if they were built from another version than the loaded one.</summary>
    public static PhoneTables? Load() => Read(Open(), LibraryVersion);

    /// <summary>The resource.</summary>
    public static Stream? Open() => typeof(EmbeddedPhoneTables).Assembly.GetManifestResourceStream(ResourceName);

    /// <summary>Reads tables.</summary>
    /// <param name="blob">The stored form; null where there is none.</param>
    /// <param name="version">The version that the tables must be of.</param>
    /// <returns>Null if there are none, or of another version, or if this machine stores numbers the other way round.</returns>
    public static PhoneTables? Read(Stream? blob, string version)
    {
        var header = default(PhoneTableHeader);
        if (blob is null || !BitConverter.IsLittleEndian || blob.Length < Unsafe.SizeOf<PhoneTableHeader>())
            return null;
        blob.ReadExactly(MemoryMarshal.AsBytes(new Span<PhoneTableHeader>(ref header)));
        if (!PhoneTableBlob.IsOfVersion(header, version))
            return null;
        blob.Position = 0;
        return PhoneTables.Load(blob);
    }
}
