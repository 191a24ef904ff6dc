using Beeper.Resolver.Importing.Encodings;

namespace Beeper.Resolver.Importing.Csv;

/// <summary>
/// The text behind a table whose every line is one quoted field that holds the whole row, as some programs write when they export an export:
/// <c>"Name,Phone,Email"</c>. Read forward only; lines keep their numbers.
/// </summary>
internal sealed class WholeLineStream(RewindStream text, char separator, int largestRow) : PieceStream
{
    private readonly CsvRows _rows = new(text, separator, largestRow, columns: 1, text.Position, line: 1);
    private int _line = 1;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rows.Dispose();
        base.Dispose(disposing);
    }

    // Empty lines in between are written again, so that the rows behind them stand on their own lines.
    protected override byte[]? Next()
    {
        if (!_rows.Read())
            return null;
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
