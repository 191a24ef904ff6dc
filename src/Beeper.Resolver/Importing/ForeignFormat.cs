using System.Text;

namespace Beeper.Resolver.Importing;

/// <summary>Recognises exports that are no tables by their first characters and says what to export instead.</summary>
internal static class ForeignFormat
{
    /// <summary>Throws for a file in another format; leaves the stream at its start.</summary>
    public static void Refuse(Stream stream, string source)
    {
        Span<byte> bytes = stackalloc byte[512];
        stream.Position = 0;
        bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (text.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
            throw new AddressBookException("FILE_IS_VCARD", $"{source} is a vCard file, which is not read yet. Export the contacts as CSV.");
        if (text.StartsWith("dn:", StringComparison.Ordinal) || text.StartsWith("version: 1", StringComparison.Ordinal))
            throw new AddressBookException("FILE_IS_LDIF", $"{source} is an LDIF file. Export the address book as comma separated values (CSV) instead.");
        if (text.Contains("\"friends_v2\"", StringComparison.Ordinal))
            throw new AddressBookException("FILE_IS_FACEBOOK", $"{source} is Facebook's list of friends, which holds names only; nobody can be resolved by a name. Use an address book with numbers or addresses.");
        if (text.StartsWith("{\"", StringComparison.Ordinal) || text.StartsWith("[{", StringComparison.Ordinal) || text.StartsWith("{\n", StringComparison.Ordinal))
            throw new AddressBookException("FILE_IS_JSON", $"{source} is a JSON file. Export the contacts as CSV.");
    }
}
