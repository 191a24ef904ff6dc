using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Beeper.Resolver.Reporting;

/// <summary>
/// A stream that can be read once, made fit for the importer: its start can be read again, and bytes that are no UTF-8 are taken for Windows-1252,
/// which is what they are in exports of western Outlook; the encoding of a pipe cannot be found by reading it to its end first.
/// </summary>
internal sealed class PipedText : Stream
{
    private const int BufferSize = 1 << 16;
    private const int LongestCharacter = 4;

    private static readonly string Windows1252 = Latin();

    private readonly Stream _source;
    private readonly Action _beforeWaiting;
    private readonly byte[] _raw = new byte[BufferSize];
    private readonly ArrayBufferWriter<byte> _repaired = new();
    private ReadOnlyMemory<byte> _head;
    private ReadOnlyMemory<byte> _ready;
    private int _kept;
    private bool _isAtStart = true;
    private bool _isRepaired;

    /// <summary>Reads the first bytes.</summary>
    /// <param name="source">The stream; stays open.</param>
    /// <param name="beforeWaiting">Called before each read of the stream, which may take as long as its writer likes.</param>
    public PipedText(Stream source, Action beforeWaiting)
    {
        _source = source;
        _beforeWaiting = beforeWaiting;
        _head = _raw.AsMemory(0, source.Read(_raw)).ToArray();
        _ready = _head;
    }

    /// <summary>Whether bytes that are no UTF-8 are replaced; set before the first read.</summary>
    public bool IsRepaired
    {
        get => _isRepaired;
        set
        {
            _isRepaired = value;
            if (value && !Utf8.IsValid(_head.Span))
            {
                _head.CopyTo(_raw);
                _head = Repair(_head.Length, isEnd: false).ToArray();
                _ready = _head;
            }
        }
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Start => _head.Span;

    /// <summary>Whether there is nothing to read.</summary>
    public bool IsEmpty => _head.IsEmpty;

    /// <summary>The first character that is neither blank nor a byte order mark; 0 when the first bytes hold none.</summary>
    public char FirstCharacter
    {
        get
        {
            var text = _head.Span.StartsWith("\uFEFF"u8) ? _head.Span[3..] : _head.Span;
            text = text.TrimStart(" \t\r\n"u8);
            return text.IsEmpty ? '\0' : (char)text[0];
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    /// <summary>How much is known to be there; tells an empty stream from others.</summary>
    public override long Length => _head.Length;

    /// <summary>May be set to the start while only the first bytes were read.</summary>
    public override long Position
    {
        get => _isAtStart ? _head.Length - _ready.Length : throw new NotSupportedException("The stream has left its start.");
        set
        {
            if (!_isAtStart || value < 0 || value > _head.Length)
                throw new NotSupportedException("Only the start of a piped stream can be read again.");
            _ready = _head[(int)value..];
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_ready.IsEmpty && !Fill())
            return 0;
        var count = Math.Min(buffer.Length, _ready.Length);
        _ready.Span[..count].CopyTo(buffer);
        _ready = _ready[count..];
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin == SeekOrigin.Begin ? offset : throw new NotSupportedException("Only the start of a piped stream can be read again.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A piped stream has no length.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A piped stream is only read.");

    private bool Fill()
    {
        while (_ready.IsEmpty)
        {
            _beforeWaiting();
            var read = _source.Read(_raw, _kept, _raw.Length - _kept);
            _isAtStart &= read == 0;
            var count = _kept + read;
            if (count == 0)
                return false;
            _kept = 0;
            _ready = !_isRepaired || Utf8.IsValid(_raw.AsSpan(0, count)) ? _raw.AsMemory(0, count) : Repair(count, isEnd: read == 0);
            if (read == 0 && _ready.IsEmpty)
                return false;
        }
        return true;
    }

    // Keeps the first bytes of a character that is cut at the end for the next time.
    private ReadOnlyMemory<byte> Repair(int count, bool isEnd)
    {
        _repaired.ResetWrittenCount();
        var rest = _raw.AsSpan(0, count);
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out var rune, out var consumed);
            if (status == OperationStatus.NeedMoreData && !isEnd && rest.Length < LongestCharacter)
                break;
            if (status == OperationStatus.Done)
                _repaired.Write(rest[..consumed]);
            else
            {
                consumed = 1;
                rune = new Rune(Windows1252[rest[0] - 0x80]);
                _repaired.Advance(rune.EncodeToUtf8(_repaired.GetSpan(LongestCharacter)));
            }
            rest = rest[consumed..];
        }
        _kept = rest.Length;
        rest.CopyTo(_raw);
        return _repaired.WrittenMemory;
    }

    private static string Latin()
    {
        Span<byte> upper = stackalloc byte[0x80];
        for (var i = 0; i < upper.Length; i++)
            upper[i] = (byte)(0x80 + i);
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(upper);
    }
}
