namespace Beeper.Resolver.Importing.Encodings;

/// <summary>
/// Text that is read forward and remembers its last megabytes, so that a reader that ran away after an unclosed quote can be set back to the
/// start of the row. Memory does not grow with the file.
/// </summary>
internal sealed class RewindStream(Stream inner, int window) : ForwardStream
{
    private byte[] _kept = new byte[1 << 16];
    private long _start;
    private int _length;
    private long _position;
    private bool _ended;

    /// <summary>The offset of the next byte that is read; may be set back within the window, or forward.</summary>
    public override long Position
    {
        get => _position;
        set
        {
            while (End < value && Fill(1))
            {
            }
            _position = value >= _start && value <= End ? value : throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    /// <summary>The offset after the last byte that is kept.</summary>
    public long End => _start + _length;

    /// <summary>The offset of the first byte that is kept.</summary>
    public long Start => _start;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || (_position == End && !Fill(buffer.Length)))
            return 0;
        var kept = Kept(_position);
        var count = Math.Min(kept.Length, buffer.Length);
        kept[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <summary>What is kept from an offset on.</summary>
    public ReadOnlySpan<byte> Kept(long offset) => _kept.AsSpan((int)(offset - _start), (int)(End - offset));

    /// <summary>Reads on until so many bytes are kept from an offset on or the text ends; the position stays.</summary>
    public ReadOnlySpan<byte> Peek(long offset, int count)
    {
        while (End - offset < count && Fill(count))
        {
        }
        return Kept(offset);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill(int wanted)
    {
        if (_ended)
            return false;
        if (_length == _kept.Length)
            MakeRoom();
        var read = inner.Read(_kept, _length, Math.Min(_kept.Length - _length, Math.Max(wanted, 1 << 16)));
        _length += read;
        _ended = read == 0;
        return !_ended;
    }

    private void MakeRoom()
    {
        if (_kept.Length < 2 * window)
        {
            Array.Resize(ref _kept, Math.Min(2 * window, _kept.Length * 2));
            return;
        }
        var dropped = _length - window;
        Buffer.BlockCopy(_kept, dropped, _kept, 0, window);
        _start += dropped;
        _length = window;
    }
}
