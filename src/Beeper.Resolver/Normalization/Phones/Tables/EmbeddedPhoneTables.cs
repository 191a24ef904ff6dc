using System.Text;
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
    /// <returns>Null if there are none, or of another version.</returns>
    public static PhoneTables? Read(Stream? blob, string version)
    {
        if (blob is null)
            return null;
        using var reader = new BinaryReader(blob, Encoding.UTF8);
        return PhoneTableBlob.ReadVersion(reader) == version ? new PhoneTables(PhoneTableBlob.Read(reader, version)) : null;
    }
}
