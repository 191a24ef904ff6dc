using System.Text;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// A file's text as UTF-8, whatever it was written in: byte order mark, UTF-16 by its zero bytes, strict UTF-8 over the whole file, UTF-8 with
/// single lines of a code page, else one code page. Bytes that are no character become U+FFFD, which the rows are searched for.
/// </summary>
/// <param name="Text">The text, forward only, without byte order mark.</param>
/// <param name="Encoding">The name of the encoding it was written in.</param>
internal sealed record TextSource(Stream Text, string Encoding)
{
    private const int SampleSize = 4096;
    private const int HeaderSize = 1 << 16;

    /// <summary>Opens a seekable stream, which the text then owns.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="forced">The encoding its owner named, or null.</param>
    /// <param name="source">The file's name for messages.</param>
    /// <exception cref="AddressBookException">The content is not text.</exception>
    public static TextSource Open(Stream stream, Encoding? forced, string source)
    {
        var sample = Sample(stream, SampleSize);
        Binary.Refuse(sample, source);
        var (marked, mark) = ByteOrderMark(sample);
        stream.Position = mark;
        if (marked is UTF8Encoding)
            return Utf8(stream, mark, forced);
        if (forced is UTF8Encoding)
            return new TextSource(stream, "utf-8");
        if (forced is not null)
            return Decoded(stream, forced);
        if (marked is not null)
            return Decoded(stream, marked);
        if (Unmarked(sample) is { } utf16)
            return Decoded(stream, utf16);
        if (sample.AsSpan().Count((byte)0) is var zeros && zeros > 8 && zeros > sample.Length / 10)
            throw new AddressBookException("FILE_BINARY", $"{source} is not a text file. Export your contacts as CSV or vCard and try that file.");
        return Utf8(stream, 0, null);
    }

    /// <summary>The first bytes of a seekable stream, which is left at its start.</summary>
    public static byte[] Sample(Stream stream, int size)
    {
        var bytes = new byte[size];
        stream.Position = 0;
        var read = stream.ReadAtLeast(bytes, size, throwOnEndOfStream: false);
        stream.Position = 0;
        return bytes[..read];
    }

    private static TextSource Utf8(Stream stream, int start, Encoding? forced)
    {
        var lines = TextLines.Of(stream);
        stream.Position = start;
        if (lines.AllUtf8)
            return new TextSource(stream, "utf-8");
        if (forced is not null and not UTF8Encoding)
            return Decoded(stream, forced);
        // Bytes of a code page are UTF-8 by accident in hardly any line, so a few such lines make it a UTF-8 file with strays.
        if (start > 0 || lines.Utf8 > lines.Other)
        {
            var strays = CodePages.Detect([], lines.Sample);
            return new TextSource(new MixedLineStream(stream, strays), lines.Describe(strays));
        }
        var page = CodePages.Detect(Sample(stream, HeaderSize), lines.Sample);
        stream.Position = start;
        return Decoded(stream, page);
    }

    private static TextSource Decoded(Stream stream, Encoding encoding) =>
        new(System.Text.Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), encoding.WebName);

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> sample)
    {
        var length = 0;
        while (sample[length..].StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            length += 3;
        if (length > 0)
            return (System.Text.Encoding.UTF8, length);
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (System.Text.Encoding.UTF32, 4);
        while (sample[length..].StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            length += 2;
        if (length > 0)
            return (System.Text.Encoding.Unicode, length);
        while (sample[length..].StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            length += 2;
        return length > 0 ? (System.Text.Encoding.BigEndianUnicode, length) : (null, 0);
    }

    // Separators and line ends have a zero byte on one side, in any script; a NUL here and there in other text has no such order.
    private static UnicodeEncoding? Unmarked(ReadOnlySpan<byte> sample)
    {
        var (separators, little, big) = (0, 0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] is not ((byte)'\n' or (byte)'\r' or (byte)',' or (byte)';' or (byte)'\t' or (byte)':'))
                continue;
            separators++;
            if (i % 2 == 0 && i + 1 < sample.Length && sample[i + 1] == 0)
                little++;
            else if (i % 2 == 1 && sample[i - 1] == 0)
                big++;
        }
        var most = Math.Max(little, big);
        return most < 2 || most * 2 < separators ? null : new UnicodeEncoding(bigEndian: big > little, byteOrderMark: false);
    }
}
