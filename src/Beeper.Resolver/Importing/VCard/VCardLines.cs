namespace Beeper.Resolver.Importing.VCard;

/// <summary>
/// The lines of a vCard file with folded ones joined: by a leading blank (all versions) or, in quoted-printable values of version 2.1, by an equals
/// sign at the end. What a property does not need (photos) is passed over and never held.
/// </summary>
internal sealed class VCardLines(Stream stream, int largestLine) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private byte[] _line = new byte[1024];
    private int _length;
    private int _filled;
    private int _at;
    private int _next = 1;

    /// <summary>Physical line on which the joined line starts, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The joined line; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Line => _line.AsSpan(0, _length);

    /// <summary>Whether the line was longer than can be kept and is cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Goes to the next line that is not blank.</summary>
    public bool Read()
    {
        do
        {
            (_length, IsCut, Number) = (0, false, _next);
            if (!Append())
                return false;
            while (IsFolded())
                Append();
        }
        while (Line.Trim(" \t\0"u8).IsEmpty);
        if (Number == 1 && Line.StartsWith("\uFEFF"u8))
        {
            var mark = Line.LastIndexOf("\uFEFF"u8) + 3;
            Line[mark..].CopyTo(_line);
            _length -= mark;
        }
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private bool IsFolded()
    {
        if (_length > 0 && _line[_length - 1] == '=' && IsQuotedPrintable())
        {
            _length--;
            return Peek() >= 0;
        }
        if (Peek() is not (' ' or '\t'))
            return false;
        _at++;
        return true;
    }

    private bool IsQuotedPrintable() =>
        Line[..Math.Max(0, Line.IndexOf((byte)':'))] is var name && System.Text.Encoding.Latin1.GetString(name).Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);

    // One physical line, its end left out.
    private bool Append()
    {
        if (Peek() < 0)
            return false;
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at, _filled - _at);
            var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            Keep(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end;
            if (end < 0)
                continue;
            var isCr = _buffer[_at++] == '\r';
            if (isCr && Peek() == '\n')
                _at++;
            break;
        }
        _next++;
        return true;
    }

    private void Keep(ReadOnlySpan<byte> text)
    {
        if (_length + text.Length > largestLine || VCardProperty.IsBulky(Line))
        {
            IsCut = true;
            text = text[..Math.Max(0, Math.Min(text.Length, 256 - _length))];
        }
        if (_length + text.Length > _line.Length)
            Array.Resize(ref _line, Math.Max(_line.Length * 2, _length + text.Length));
        text.CopyTo(_line.AsSpan(_length));
        _length += text.Length;
    }

    private int Peek()
    {
        if (_at == _filled)
            (_at, _filled) = (0, stream.Read(_buffer));
        return _at == _filled ? -1 : _buffer[_at];
    }
}
