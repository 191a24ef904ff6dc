using System.Text;
using Beeper.Resolver.Importing.Encodings;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>Recognises vCard files by their first line and opens them. Text encodings differ from property to property, so the cards are read as bytes; only UTF-16 is decoded first.</summary>
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
        return length == compact.Length && Ascii.EqualsIgnoreCase(compact, "BEGIN:VCARD"u8);
    }

    /// <summary>Opens a vCard file; owns the stream.</summary>
    public static VCardRows Open(Stream stream, string source, AddressBookOptions options)
    {
        var sample = TextSource.Sample(stream, 64);
        var wide = sample.AsSpan().Contains((byte)0);
        var text = wide || options.Encoding is not (null or UTF8Encoding) ? TextSource.Open(stream, options.Encoding, source) : new TextSource(stream, "utf-8");
        var cards = VCardSample.Of(text.Text, options);
        stream.Position = 0;
        text = wide || options.Encoding is not (null or UTF8Encoding) ? TextSource.Open(stream, options.Encoding, source) : text;
        return new VCardRows(new VCardLines(text.Text, options.MaxRecordSize), text.Encoding, source, options, cards);
    }
}
