using Beeper.Resolver.Importing.Encodings;

namespace Beeper.Resolver.Importing.Csv;

/// <summary>
/// The text behind a table whose every line is one quoted field that holds the whole row, as some programs write when they export an export:
/// <c>"Name,Phone,Email"</c>. Read forward only; lines keep their numbers.
/// </summary>
internal sealed class WholeLineStream(RewindStream text, char separator, int largestRow) : Stream
{
    private readonly CsvRows _rows = new(text, separator, largestRow, columns: 1, text.Position, line: 1);
    private byte[] _ready = [];
    private int _given;
    private int _line = 1;

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
            if (!_rows.Read())
                return 0;
            _ready = Line();
            _given = 0;
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
            _rows.Dispose();
        base.Dispose(disposing);
    }

    // Empty lines in between are written again, so that the rows behind them stand on their own lines.
    private byte[] Line()
    {
        var content = _rows.Fault is null ? _rows.Cells.GetSpan(0) : System.Text.Encoding.UTF8.GetBytes(_rows.FaultText ?? "");
        var breaks = Math.Max(0, _rows.Line - _line);
        var line = new byte[breaks + content.Length + 1];
        line.AsSpan(0, breaks).Fill((byte)'\n');
        content.CopyTo(line.AsSpan(breaks));
        line[^1] = (byte)'\n';
        _line = _rows.Line + 1;
        return line;
    }
}
