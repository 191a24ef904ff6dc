using System.Text;
using System.Text.Unicode;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// A UTF-8 file into which a program has written single lines in a code page: those lines are decoded from the code page, all others pass as
/// they are. Read forward only.
/// </summary>
internal sealed class MixedLineStream(Stream inner, Encoding other) : PieceStream
{
    private const int LongestLine = 1 << 20;

    private byte[] _raw = new byte[1 << 16];
    private int _length;
    private bool _ended;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    protected override byte[]? Next()
    {
        if (_ended && _length == 0)
            return null;
        if (_length == _raw.Length)
            Array.Resize(ref _raw, _raw.Length * 2);
        var read = _ended ? 0 : inner.Read(_raw, _length, _raw.Length - _length);
        _ended = read == 0;
        _length += read;
        var text = _raw.AsSpan(0, _length);
        var end = _ended || text.Length >= LongestLine ? text.Length : text.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var decoded = Decode(text[..end]);
        text[end..].CopyTo(_raw);
        _length = text.Length - end;
        return decoded;
    }

    private byte[] Decode(ReadOnlySpan<byte> lines)
    {
        if (Utf8.IsValid(lines))
            return lines.ToArray();
        var decoded = new MemoryStream(lines.Length * 2);
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOfAny((byte)'\n', (byte)'\r') + 1;
            var line = end == 0 ? lines : lines[..end];
            if (Utf8.IsValid(line))
                decoded.Write(line);
            else
                decoded.Write(Encoding.UTF8.GetBytes(other.GetString(line)));
            lines = lines[line.Length..];
        }
        return decoded.ToArray();
    }
}
