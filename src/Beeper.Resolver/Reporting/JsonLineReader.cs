namespace Beeper.Resolver.Reporting;

/// <summary>The lines of a stream, one at a time; blank ones are passed over, and of one that is too long only its place is kept.</summary>
internal sealed class JsonLineReader(Stream stream, int longest)
{
    private const int SmallestBuffer = 1 << 16;

    private byte[] _buffer = new byte[Math.Min(SmallestBuffer, longest + 2)];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The current line without its end; valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the current line is longer than allowed; <see cref="Line"/> is then empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Goes to the next line that is not blank; false at the end.</summary>
    public bool Read()
    {
        while (ReadLine())
        {
            if (IsTooLong || !Line.Span.Trim(" \t\r\uFEFF"u8).IsEmpty)
                return true;
        }
        return false;
    }

    private bool ReadLine()
    {
        Line = default;
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(searched + found, 1);
            searched = _end - _start;
            if (searched > longest)
            {
                IsTooLong = true;
                (_start, _end, searched) = (0, 0, 0);
            }
            if (_isAtEnd || !Fill())
                return (searched > 0 || IsTooLong) && Take(searched, 0);
        }
    }

    private bool Take(int length, int end)
    {
        Number++;
        IsTooLong |= length > longest;
        if (!IsTooLong)
            Line = _buffer.AsMemory(_start, length);
        _start += length + end;
        if (Number == 1 && Line.Span.StartsWith("\uFEFF"u8))
            Line = Line[3..];
        return true;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
        return read > 0;
    }
}
