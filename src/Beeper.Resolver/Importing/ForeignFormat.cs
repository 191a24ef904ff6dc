using System.Text;
using Beeper.Resolver.Importing.Encodings;

namespace Beeper.Resolver.Importing;

/// <summary>Recognises exports that are no tables by their first characters and says what to export instead.</summary>
internal static class ForeignFormat
{
    private const int SampleSize = 1 << 12;

    /// <summary>Throws for a file in another format; leaves the stream at its start.</summary>
    /// <exception cref="AddressBookException">The file is one.</exception>
    public static void Refuse(Stream stream, string source)
    {
        var sample = TextSource.Sample(stream, SampleSize);
        var text = (sample is [0xFF, 0xFE, ..] ? Encoding.Unicode : sample is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Encoding.UTF8).GetString(sample).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (IsLdif(text))
            throw new AddressBookException("FILE_IS_LDIF", $"{source} is an LDIF file. In Thunderbird, export the address book as comma separated values (CSV) or vCard instead.");
        if (text.Length == 0 || text[0] is not ('{' or '[' or '<'))
            return;
        if (text.Contains("\"friends_v2\"", StringComparison.Ordinal) || text.Contains("\"friends\"", StringComparison.Ordinal))
            throw new AddressBookException("FILE_IS_FACEBOOK", $"{source} is Facebook's list of friends. It holds names only, and nobody can be found by a name alone. Export the contacts of your phone or mail program (CSV or vCard) instead.");
        if (text[0] is '{' or '[' && text.Contains('"', StringComparison.Ordinal) && text.AsSpan(1).TrimStart(" \r\n\t{[") is ['"', ..])
            throw new AddressBookException("FILE_IS_JSON", $"{source} is a JSON file. Export the contacts as CSV or vCard instead.");
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw new AddressBookException("FILE_IS_MARKUP", $"{source} is a web page or XML document, perhaps a sign-in page saved in place of the export. Export the contacts as CSV or vCard.");
    }

    private static bool IsLdif(string text) =>
        text.StartsWith("dn: ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("dn:: ", StringComparison.OrdinalIgnoreCase) || (text.StartsWith("version: 1", StringComparison.OrdinalIgnoreCase) && text.Contains("\ndn:", StringComparison.Ordinal));
}
