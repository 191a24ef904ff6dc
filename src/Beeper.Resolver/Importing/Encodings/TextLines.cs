namespace Beeper.Resolver.Importing.Encodings;

/// <summary>What the lines of a file are, byte by byte: all UTF-8, or how many of those beyond ASCII are and are not.</summary>
/// <param name="Utf8">Lines beyond ASCII that are UTF-8.</param>
/// <param name="Other">Lines that are not UTF-8.</param>
/// <param name="Sample">The first kilobytes of those lines.</param>
internal sealed record TextLines(int Utf8, int Other, byte[] Sample)
{
    private const int SampleSize = 1 << 16;

    // Longer lines are judged in pieces.
    private const int LongestLine = 1 << 20;

    /// <summary>Whether all text is UTF-8.</summary>
    public bool AllUtf8 => Other == 0;

    /// <summary>The name of UTF-8 with strays of a code page.</summary>
    public string Describe(System.Text.Encoding strays) => $"utf-8, {Other} {(Other == 1 ? "line" : "lines")} {strays.WebName}";

    /// <summary>Reads a stream to its end.</summary>
    public static TextLines Of(Stream stream)
    {
        var start = stream.Position;
        if (IsUtf8(stream))
            return new TextLines(0, 0, []);
        stream.Position = start;
        var (utf8, other) = (0, 0);
        var sample = new MemoryStream();
        var buffer = new byte[1 << 16];
        var kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0 || kept > 0)
        {
            var text = buffer.AsSpan(0, kept + read);
            var end = read == 0 ? text.Length : text.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
            if (end == 0 && text.Length == buffer.Length && buffer.Length < LongestLine)
            {
                kept = text.Length;
                Array.Resize(ref buffer, buffer.Length * 2);
                continue;
            }
            if (end == 0 && text.Length == buffer.Length)
                end = text.Length;
            foreach (var range in text[..end].SplitAny((byte)'\n', (byte)'\r'))
            {
                var line = text[range];
                if (System.Text.Ascii.IsValid(line))
                    continue;
                if (System.Text.Unicode.Utf8.IsValid(line))
                {
                    utf8++;
                    continue;
                }
                other++;
                if (sample.Length + line.Length < SampleSize)
                {
                    sample.Write(line);
                    sample.WriteByte((byte)'\n');
                }
            }
            text[end..].CopyTo(buffer);
            kept = text.Length - end;
        }
        return new TextLines(utf8, other, sample.ToArray());
    }

    private static bool IsUtf8(Stream stream)
    {
        var buffer = new byte[1 << 18];
        var kept = 0;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + read);
            if (read == 0)
                return bytes.IsEmpty;
            kept = 0;
            if (System.Text.Unicode.Utf8.IsValid(bytes))
                continue;
            // A character may be cut at the end of the buffer; only its first bytes can be left over.
            var tail = 1;
            while (tail < 4 && tail <= bytes.Length && !System.Text.Unicode.Utf8.IsValid(bytes[..^tail]))
                tail++;
            if (tail == 4 || tail > bytes.Length)
                return false;
            bytes[^tail..].CopyTo(buffer);
            kept = tail;
        }
    }
}
