using Beeper.Resolver.Importing.Encodings;
using CsvHelper;

namespace Beeper.Resolver.Importing.Csv;

/// <summary>
/// The rows of a table, read so that a damaged row costs itself and no other: where a quote was not closed and the reader ran on into the rows
/// behind it, or where a row is too large, it is set back to the row's first line, gives that line as damaged and reads on with the next.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    // Setting back has a price, the more so when the reader ran far. In a file that is damaged so often, quotes no longer span lines; what such
    // rows lose does not matter any more.
    private const int FarRun = 1 << 17;
    private const int MostFarRuns = 32;
    private const int MostSetBacks = 50_000;

    // A reader takes in and scans its whole buffer at once; one that may be set back with the next row takes in little.
    private const int FirstBuffer = 1 << 16;
    private const int LaterBuffer = 1 << 12;

    private readonly RewindStream _text;
    private readonly char _separator;
    private readonly int _largestRow;
    private readonly int _columns;
    private long _base;
    private int _baseLine;
    private long _start;
    private long _end;
    private long _before;
    private int _farRuns;
    private int _setBacks;
    private CsvMalformedReason? _reason;

    /// <summary>Reads from an offset of the text, which the rows own.</summary>
    public CsvRows(RewindStream text, char separator, int largestRow, int columns, long offset, int line)
    {
        _text = text;
        _separator = separator;
        _largestRow = Math.Max(1024, largestRow);
        _columns = columns;
        (_base, _baseLine, _start, _end, _before) = (offset, line, offset, offset, offset);
        Line = line;
        Cells = Open(offset, FirstBuffer);
    }

    /// <summary>The cells of the row; not to be read when it is damaged.</summary>
    public CsvReader Cells { get; private set; }

    /// <summary>Physical line on which the row starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where the row starts in the text.</summary>
    public long Offset => _start;

    /// <summary>Whether an empty line stands before the row.</summary>
    public bool IsBehindEmptyLine => _before >= _text.Start && _start > _before && CountBreaks(_text.Kept(_before)[..(int)(_start - _before)]) > 1;

    /// <summary>The code of what makes the row unreadable, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>A damaged row as it stands in the file; null when it is too large to be kept.</summary>
    public string? FaultText { get; private set; }

    /// <summary>Whether a quote stands where none belongs, though the row can be read.</summary>
    public bool HasStrayQuote => _reason is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote;

    /// <summary>Goes to the next row.</summary>
    public bool Read()
    {
        (_reason, Fault, FaultText, _before) = (null, null, null, _end);
        try
        {
            if (!Cells.Read())
                return false;
        }
        catch (CsvFormatException)
        {
            var next = NextRow();
            return SetBack(next, Line + CountBreaks(_text.Kept(_start)[..(int)(next - _start)]), far: true);
        }
        var start = _base + Cells.ByteOffset;
        var line = _baseLine + (int)Cells.LineNumber - 1;
        var row = Cells.RawRecord;
        if (row.Length > _largestRow || _reason is CsvMalformedReason.UnterminatedQuote || (HasStrayQuote && HasSwallowedRows(row)))
            return SetBack(start, line, row.Length > FarRun);
        if (_reason is CsvMalformedReason.LineBreakInQuotes)
            (Fault, FaultText) = ("ROW_UNCLOSED_QUOTE", System.Text.Encoding.UTF8.GetString(row));
        (Line, _start, _end) = (line, start, start + row.Length);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Cells.Dispose();
        _text.Dispose();
    }

    private bool SetBack(long start, int line, bool far)
    {
        var (length, next) = FirstLine(start);
        if (next == start)
            return false;
        var tooLarge = length > _largestRow;
        Fault = tooLarge ? "ROW_TOO_LARGE" : "ROW_UNCLOSED_QUOTE";
        FaultText = tooLarge ? null : System.Text.Encoding.UTF8.GetString(_text.Kept(start)[..(int)length]);
        _farRuns += far && !tooLarge ? 1 : 0;
        _setBacks++;
        Cells.Dispose();
        (Line, _base, _baseLine, _start, _end) = (line, next, line + 1, next, next);
        Cells = Open(next, LaterBuffer);
        return true;
    }

    // The next row starts behind the line ends that follow the last one; empty lines are no rows.
    private long NextRow()
    {
        var offset = _end;
        while (_text.Peek(offset, 1) is { IsEmpty: false } rest && rest[0] is (byte)'\r' or (byte)'\n')
            offset++;
        return offset;
    }

    private static int CountBreaks(ReadOnlySpan<byte> text)
    {
        var breaks = 0;
        for (var at = text.IndexOfAny((byte)'\r', (byte)'\n'); at >= 0; at = text.IndexOfAny((byte)'\r', (byte)'\n'))
        {
            breaks++;
            text = text[(at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1))..];
        }
        return breaks;
    }

    private (long Length, long Next) FirstLine(long start)
    {
        var scanned = 0L;
        while (true)
        {
            // One byte more than the break, so that both bytes of CR LF are seen.
            var offset = start + scanned;
            var rest = _text.Peek(offset, 2);
            if (rest.IsEmpty)
                return (scanned, offset);
            var at = rest.IndexOfAny((byte)'\r', (byte)'\n');
            if (at >= 0)
            {
                var line = scanned + at;
                rest = _text.Peek(start + line, 2);
                return (line, start + line + (rest[0] == '\r' && rest.Length > 1 && rest[1] == '\n' ? 2 : 1));
            }
            scanned += rest.Length;
        }
    }

    // Lines inside the row that have as many separators as a row of this table are rows that an unclosed quote took in.
    private bool HasSwallowedRows(ReadOnlySpan<byte> row)
    {
        var first = row.IndexOfAny((byte)'\r', (byte)'\n');
        if (first < 0 || _columns < 2)
            return false;
        foreach (var range in row[first..].SplitAny((byte)'\r', (byte)'\n'))
        {
            if (row[first..][range].Count((byte)_separator) >= _columns - 1)
                return true;
        }
        return false;
    }

    private CsvReader Open(long offset, int buffer)
    {
        _text.Position = offset;
        return CsvReader.Create(_text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = _separator,
            AllowLineBreaksInQuotes = _farRuns < MostFarRuns && _setBacks < MostSetBacks,
            MaxRecordSize = _largestRow,
            BufferSize = buffer,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = malformed => _reason = malformed.Reason,
        }, leaveOpen: true);
    }
}
