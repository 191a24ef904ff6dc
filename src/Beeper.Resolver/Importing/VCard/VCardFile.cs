using System.Text;
using Beeper.Resolver.Importing.Encodings;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>Recognises vCard files by their first card and opens them. Text encodings differ from property to property, so the cards are read as bytes; only UTF-16 is decoded first.</summary>
internal static class VCardFile
{
    /// <summary>Whether the text that begins so is a vCard file.</summary>
    public static bool Recognise(ReadOnlySpan<byte> start)
    {
        Span<byte> compact = stackalloc byte[11];
        var length = 0;
        foreach (var value in start)
        {
            // Marks, zero bytes of UTF-16 and blank lines before the first card.
            if (length == 0 && value is 0xEF or 0xBB or 0xBF or 0xFF or 0xFE or (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
                continue;
            if (value == 0)
                continue;
            compact[length++] = value;
            if (length == compact.Length)
                break;
        }
        return (length == compact.Length && Ascii.EqualsIgnoreCase(compact, "BEGIN:VCARD"u8)) || IsBehindText(start);
    }

    // A card below a few lines of other text, which are rejected; its version stands on the next line.
    private static bool IsBehindText(ReadOnlySpan<byte> start)
    {
        var at = start.IndexOf("\nBEGIN:VCARD"u8);
        return at > 0 && start[(at + 12)..].TrimStart("\r\n"u8).StartsWith("VERSION:"u8);
    }

    /// <summary>Opens a vCard file; owns the stream.</summary>
    public static VCardRows Open(Stream stream, string source, AddressBookOptions options)
    {
        var isDecoded = TextSource.Sample(stream, 64).AsSpan().Contains((byte)0) || options.Encoding is not (null or UTF8Encoding);
        var lines = isDecoded ? null : TextLines.Of(stream);
        stream.Position = 0;
        // Bytes of properties that name no character set.
        var unmarked = lines is { AllUtf8: false } ? CodePages.Detect([], lines.Sample) : CodePages.Western;
        var text = isDecoded ? TextSource.Open(stream, options.Encoding, source) : new TextSource(stream, lines!.AllUtf8 ? "utf-8" : lines.Utf8 == 0 ? unmarked.WebName : lines.Describe(unmarked));
        var cards = VCardSample.Of(text.Text, options, unmarked);
        stream.Position = 0;
        text = isDecoded ? TextSource.Open(stream, options.Encoding, source) : text;
        return new VCardRows(new VCardLines(text.Text, options.MaxRecordSize), text.Encoding, source, options, unmarked, cards);
    }
}
