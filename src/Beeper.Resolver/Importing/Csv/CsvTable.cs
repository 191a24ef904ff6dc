namespace Beeper.Resolver.Importing.Csv;

/// <summary>
/// The rows of a table as records. Blank rows are passed over, repeated headers and footers dropped and counted; every other row is a record or a
/// rejection.
/// </summary>
internal sealed class CsvTable : RowSource
{
    private const int MostColumns = 4096;
    private const int MostFooterRows = 20;
    private const int FewestColumnsWithFooter = 3;

    private readonly CsvRows _rows;
    private readonly RowMapper _mapper;
    private readonly string _source;
    private readonly byte[][]? _header;
    private readonly int _columns;
    private int _record;

    public CsvTable(CsvRows rows, AddressBookLayout layout, string source, AddressBookOptions options, bool hasHeader)
    {
        _rows = rows;
        _source = source;
        _columns = layout.Columns.Count;
        Layout = layout;
        _mapper = new RowMapper(layout, source, options.SearchNotes);
        if (hasHeader && rows.Read())
            _header = [.. Enumerable.Range(0, rows.Cells.FieldCount).Select(index => Trimmed(rows.Cells.GetSpan(index)).ToArray())];
    }

    public override AddressBookLayout Layout { get; }

    public override IEnumerable<AddressBookRow> Rows()
    {
        // Rows of one cell at the end are footers from the first that cannot be a contact's on.
        var lone = new Queue<Footer>();
        var isBehindBlank = false;
        while (_rows.Read())
        {
            if (_rows.Fault is null && IsBlank())
            {
                isBehindBlank = true;
                continue;
            }
            if (_rows.Fault is null && IsHeader())
            {
                RepeatedHeaders++;
                continue;
            }
            var row = _rows.Fault is { } fault ? Faulty(fault) : Map();
            if (_rows.Fault is null && _columns >= FewestColumnsWithFooter && Footer.Of(row, _rows.Cells, isBehindBlank || _rows.IsBehindEmptyLine) is { } footer)
            {
                lone.Enqueue(footer);
                if (lone.Count > MostFooterRows)
                    yield return lone.Dequeue().Row;
                continue;
            }
            isBehindBlank = false;
            while (lone.TryDequeue(out var before))
                yield return before.Row;
            yield return row;
        }
        while (lone.TryPeek(out var first) && !first.IsFooter)
            yield return lone.Dequeue().Row;
        Footers = lone.Count;
    }

    public override void Dispose() => _rows.Dispose();

    private AddressBookRow Map()
    {
        var cells = _rows.Cells.FieldCount;
        if (cells > Math.Max(MostColumns, _columns))
            return Faulty("ROW_TOO_MANY_COLUMNS");
        var extra = cells > _columns ? Extra() : 0;
        if (extra > 0 && _rows.HasStrayQuote)
            return Faulty("ROW_BROKEN_QUOTES");
        return _mapper.Map(_rows.Cells, ++_record, _rows.Line, _rows.HasStrayQuote, extra);
    }

    private AddressBookRow Faulty(string code)
    {
        var text = _rows.Fault is null ? code == "ROW_TOO_MANY_COLUMNS" ? null : _rows.Cells.Current.ToString() : _rows.FaultText;
        var field = code == "ROW_UNCLOSED_QUOTE" ? Unclosed(text) : 0;
        var column = field > 0 && field <= _columns ? Layout.Columns[field - 1].Header : null;
        return new AddressBookRow(null, new RejectedRow(new SourceLocation(_source, ++_record, _rows.Line), [new RecordProblem(code, column, null) { Field = field }]), text);
    }

    // The number of the last cell that opens a quote and does not close it; 0 without one.
    private int Unclosed(string? text)
    {
        var cells = (text ?? "").Split(Layout.Separator);
        return Array.FindLastIndex(cells, static cell => cell.AsSpan().Trim() is ['"', .. var rest] && (rest is not [.., '"'] || rest.Count('"') % 2 == 0)) + 1;
    }

    // The number of the first filled cell behind the last column; 0 without one.
    private int Extra()
    {
        for (var index = _columns; index < _rows.Cells.FieldCount; index++)
        {
            if (!_rows.Cells.GetSpan(index).Trim(" \t"u8).IsEmpty)
                return index + 1;
        }
        return 0;
    }

    private bool IsBlank()
    {
        for (var index = 0; index < _rows.Cells.FieldCount; index++)
        {
            if (!_rows.Cells.IsEmpty(index) && !IsBlank(_rows.Cells.GetSpan(index)))
                return false;
        }
        return true;
    }

    private static bool IsBlank(ReadOnlySpan<byte> cell) => cell.Trim(" \t\r\n"u8) is var rest && (rest.IsEmpty || (rest[0] > 0x7F && string.IsNullOrWhiteSpace(System.Text.Encoding.UTF8.GetString(rest))));

    private bool IsHeader()
    {
        if (_header is null)
            return false;
        for (var index = 0; index < Math.Max(_header.Length, _rows.Cells.FieldCount); index++)
        {
            var cell = index < _rows.Cells.FieldCount ? Trimmed(_rows.Cells.GetSpan(index)) : [];
            if (!cell.SequenceEqual(index < _header.Length ? _header[index] : []))
                return false;
        }
        return true;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> cell) => cell.Trim(" \t"u8);
}
