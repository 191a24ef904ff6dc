using System.Text;
using Beeper.Resolver.Importing.Encodings;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>Recognises vCard files by their first lines and opens them. Text encodings differ from property to property, so the cards are read as bytes; only UTF-16 is decoded first.</summary>
internal static class VCardFile
{
    private const string Begin = "BEGIN:VCARD";

    private static readonly List<string> FirstProperties = ["VERSION:", "N:", "N;", "FN:", "FN;"];

    /// <summary>Whether the text that begins so is a vCard file: a card begins in its first line, or behind other text and goes on like one.</summary>
    public static bool Recognise(ReadOnlySpan<byte> start)
    {
        // Marks, zero bytes of UTF-16 and blank lines say nothing here.
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        if (text.StartsWith(Begin, StringComparison.OrdinalIgnoreCase))
            return true;
        var lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = Array.FindIndex(lines, static line => line.Equals(Begin, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < lines.Length && FirstProperties.Exists(word => lines[at + 1].StartsWith(word, StringComparison.OrdinalIgnoreCase));
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
