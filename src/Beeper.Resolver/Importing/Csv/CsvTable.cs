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
    private readonly byte[]? _header;
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
            _header = rows.Cells.RawRecord.ToArray();
    }

    public override AddressBookLayout Layout { get; }

    public override IEnumerable<AddressBookRow> Rows()
    {
        var lone = new Queue<AddressBookRow>();
        while (_rows.Read())
        {
            if (_rows.Fault is null && IsBlank())
                continue;
            if (_rows.Fault is null && IsHeader())
            {
                RepeatedHeaders++;
                continue;
            }
            var row = _rows.Fault is { } fault ? Faulty(fault) : Map();
            // A single cell in a wide table is a footer when nothing but its like follows.
            if (_rows.Fault is null && _rows.Cells.FieldCount == 1 && _columns >= FewestColumnsWithFooter)
            {
                lone.Enqueue(row);
                if (lone.Count > MostFooterRows)
                    yield return lone.Dequeue();
                continue;
            }
            while (lone.TryDequeue(out var before))
                yield return before;
            yield return row;
        }
        Footers = lone.Count;
    }

    public override void Dispose() => _rows.Dispose();

    private AddressBookRow Map()
    {
        var cells = _rows.Cells.FieldCount;
        if (cells > Math.Max(MostColumns, _columns))
            return Faulty("ROW_TOO_MANY_COLUMNS");
        var extra = cells > _columns ? Extra() : null;
        if (extra is not null && _rows.HasStrayQuote)
            return Faulty("ROW_BROKEN_QUOTES");
        return _mapper.Map(_rows.Cells, ++_record, _rows.Line, _rows.HasStrayQuote, extra);
    }

    private AddressBookRow Faulty(string code)
    {
        var text = _rows.Fault is null ? code == "ROW_TOO_MANY_COLUMNS" ? null : _rows.Cells.Current.ToString() : _rows.FaultText;
        return new AddressBookRow(null, new RejectedRow(new SourceLocation(_source, ++_record, _rows.Line), [new RecordProblem(code, null, null)]), text);
    }

    private string? Extra()
    {
        for (var index = _columns; index < _rows.Cells.FieldCount; index++)
        {
            if (!_rows.Cells.GetSpan(index).Trim(" \t"u8).IsEmpty)
                return _rows.Cells.GetString(index);
        }
        return null;
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

    private bool IsHeader() => _header is not null && _rows.Cells.RawRecord is var row && row.Length == _header.Length && row.SequenceEqual(_header);
}
