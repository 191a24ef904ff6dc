using System.Text;
using System.Text.Unicode;

namespace Beeper.Resolver.Importing;

/// <summary>
/// Finds a file's text encoding: byte order mark, UTF-16 by its zero bytes, strict UTF-8 over the whole file, else Windows-1252, the code page
/// of western Outlook. A file is never read with replacement characters in silence.
/// </summary>
internal static class TextEncoding
{
    private const int SampleSize = 4096;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a seekable stream, which is left at its start.</summary>
    /// <exception cref="AddressBookException">The content is not text.</exception>
    public static Encoding Detect(Stream stream, string source)
    {
        Span<byte> sample = stackalloc byte[SampleSize];
        stream.Position = 0;
        sample = sample[..stream.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        var zeros = sample.Count((byte)0);
        if (zeros > sample.Length / 4 && WithoutMark(sample) is { } utf16)
            return utf16;
        if (zeros > 0 && zeros > sample.Length / 100)
            throw new AddressBookException("FILE_BINARY", $"{source} is not a text file. Export your contacts as CSV and try that file.");
        var encoding = IsUtf8(stream) ? Encoding.UTF8 : Encoding.GetEncoding(1252);
        stream.Position = 0;
        return encoding;
    }

    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> sample)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }
        return odd > even * 8 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even > odd * 8 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static bool IsUtf8(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + read);
            if (read == 0)
                return bytes.IsEmpty;
            if (Utf8.IsValid(bytes))
            {
                kept = 0;
                continue;
            }
            // A character may be cut at the end of the buffer; only its first bytes can be left over.
            var tail = Math.Min(3, bytes.Length);
            while (tail > 0 && !Utf8.IsValid(bytes[..^tail]))
                tail--;
            if (tail == 0)
                return false;
            bytes[^tail..].CopyTo(buffer);
            kept = tail;
        }
    }
}
