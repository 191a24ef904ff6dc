using System.Text;
using System.Text.Unicode;

namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// A UTF-8 file into which a program has written single lines in a code page: those lines are decoded from the code page, all others pass as
/// they are. Read forward only.
/// </summary>
internal sealed class MixedLineStream(Stream inner, Encoding other) : Stream
{
    private const int LongestLine = 1 << 20;

    private byte[] _raw = new byte[1 << 16];
    private int _length;
    private byte[] _ready = [];
    private int _given;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_given == _ready.Length)
        {
            if (!Advance())
                return 0;
        }
        var count = Math.Min(buffer.Length, _ready.Length - _given);
        _ready.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private bool Advance()
    {
        if (_ended && _length == 0)
            return false;
        if (_length == _raw.Length)
            Array.Resize(ref _raw, _raw.Length * 2);
        var read = _ended ? 0 : inner.Read(_raw, _length, _raw.Length - _length);
        _ended = read == 0;
        _length += read;
        var text = _raw.AsSpan(0, _length);
        var end = _ended || text.Length >= LongestLine ? text.Length : text.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        _ready = Decode(text[..end]);
        _given = 0;
        text[end..].CopyTo(_raw);
        _length = text.Length - end;
        return true;
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
