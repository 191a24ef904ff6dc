using System.Buffers;
using System.Text;
using Beeper.Resolver.Importing.Encodings;
using Beeper.Resolver.Importing.Values;
using CsvHelper;

namespace Beeper.Resolver.Importing.Csv;

/// <summary>
/// Maps the cells of a row to a source record, by what the header row said of each column. Labels are read per row, not per column. Works on the
/// bytes of the cells; most cells need no more than their text. One row at a time.
/// </summary>
internal sealed class RowMapper
{
    private static readonly SearchValues<byte> PlainPhone = SearchValues.Create("+0123456789 ()-."u8);
    private static readonly SearchValues<byte> PlainEmail = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.@_-+"u8);

    private readonly MappedColumn[] _columns;
    private readonly MappedColumn[] _countries;
    private readonly MappedColumn? _deleted;
    private readonly string _source;
    private readonly RowParts _row;
    private readonly CellCache<LabelCell> _labels = new(LabelCell.Read);
    private readonly CellCache<string?> _regions = new(static country => CountryNames.Region(Mojibake.Repair(country)));
    private bool _ascii;
    private bool _hasNul;

    public RowMapper(AddressBookLayout layout, string source, bool searchNotes)
    {
        _source = source;
        _row = new RowParts(layout.Region);
        var mapped = MappedColumn.Of(layout.Columns);
        _countries = Array.FindAll(mapped, static column => column.Field == AddressField.Country);
        _deleted = Array.Find(mapped, static column => column.Field == AddressField.Deleted);
        _columns = Array.FindAll(mapped, column => column.Field is not (AddressField.Ignored or AddressField.Country or AddressField.CountryLabel or AddressField.Deleted or AddressField.PhoneLabel or AddressField.EmailLabel
            or AddressField.EmailType or AddressField.EmailName or AddressField.Service or AddressField.CustomLabel) && (searchNotes || column.Field != AddressField.Notes));
    }

    /// <summary>The row the reader stands on.</summary>
    public AddressBookRow Map(CsvReader csv, int record, int line, bool strayQuote, int extra)
    {
        _row.Clear();
        var location = new SourceLocation(_source, record, line);
        var text = csv.RawRecord;
        _ascii = Ascii.IsValid(text);
        _hasNul = text.Contains((byte)0);
        if (!_ascii && HasDamage(text) && Damaged(csv) is { } damaged)
            return Rejected(csv, _row.ToRejected(location, "ROW_DAMAGED_TEXT", damaged.Header, damaged.Index + 1));
        if (_deleted is not null && csv.GetSpan(_deleted.Index) is var mark && (mark.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(mark, "true"u8) || Ascii.EqualsIgnoreCase(mark, "yes"u8)))
            return Rejected(csv, _row.ToRejected(location, "ROW_DELETED", _deleted.Header, _deleted.Index + 1));
        if (strayQuote)
            _row.AddProblem("QUOTE_STRAY", null, 0, null);
        if (extra > 0)
            _row.AddProblem("CELLS_EXTRA", null, extra, csv.GetString(extra - 1));
        foreach (var column in _countries)
        {
            if (csv.GetSpan(column.Index) is { IsEmpty: false } country && _regions.Read(country) is { } region)
                _row.Countries.AddCountry(column.Label ?? Label(csv, column).Label, region);
        }
        foreach (var column in _columns)
        {
            var cell = csv.GetSpan(column.Index);
            if (cell.IsEmpty || cell.Trim(" \t\r\n"u8) is not { IsEmpty: false } filled)
                continue;
            if (_hasNul && filled.Contains((byte)0))
                AddWithNul(column, filled);
            else
                Add(csv, column, filled);
        }
        return _row.IsEmpty ? Rejected(csv, _row.ToRejected(location, "ROW_NO_CONTENT")) : new AddressBookRow(_row.ToRecord(location), null);
    }

    private static AddressBookRow Rejected(CsvReader csv, RejectedRow row) => new(null, row, csv.Current.ToString());

    private void Add(CsvReader csv, MappedColumn column, ReadOnlySpan<byte> cell)
    {
        switch (column.Field)
        {
            case AddressField.Phone:
                AddPhones(csv, column, cell);
                break;
            case AddressField.Email:
                AddEmails(csv, column, cell);
                break;
            case AddressField.Handle:
                ValueCells.AddHandles(_row, column, Text(cell), column.Network!);
                break;
            case AddressField.ServiceHandle:
                ValueCells.AddServiceHandles(_row, column, Text(cell), Beside(csv, column));
                break;
            case AddressField.CustomValue:
                ValueCells.AddCustom(_row, column, Text(cell), Beside(csv, column));
                break;
            case AddressField.Username or AddressField.Messaging:
                ValueCells.AddMessaging(_row, column, Text(cell));
                break;
            case AddressField.FreeText or AddressField.Notes:
                ValueCells.AddFreeText(_row, column, Text(cell));
                break;
            case AddressField.Url:
                ValueCells.AddUrls(_row, column, Text(cell));
                break;
            default:
                _row.SetName(column.Field, Text(cell));
                break;
        }
    }

    // A name is read without it; an identifier with a NUL in it was cut or joined and is none.
    private void AddWithNul(MappedColumn column, ReadOnlySpan<byte> cell)
    {
        var text = Mojibake.Repair(Encoding.UTF8.GetString(cell).Replace("\0", "", StringComparison.Ordinal).Trim());
        _row.AddProblem("TEXT_NUL", column.Header, column.Index + 1, text);
        if (!column.IsIdentifier)
            _row.SetName(column.Field, text);
    }

    private void AddPhones(CsvReader csv, MappedColumn column, ReadOnlySpan<byte> cell)
    {
        var label = Label(csv, column);
        // Ten characters or less may be a date; a number at the end of which a spreadsheet put ".0" is mended below.
        if (cell.Length > 10 && !cell.ContainsAnyExcept(PlainPhone) && cell[0] is not ((byte)'-' or (byte)'.') && cell[^1] != '0' | cell[^2] is not ((byte)'.' or (byte)'0'))
            _row.Add(new PendingValue(SourceValueKind.Phone, Encoding.UTF8.GetString(cell), column.Header, label.Label, label.Primary, label.Network));
        else
            ValueCells.AddPhones(_row, column, Text(cell), label);
    }

    private void AddEmails(CsvReader csv, MappedColumn column, ReadOnlySpan<byte> cell)
    {
        var label = Label(csv, column);
        if (!cell.ContainsAnyExcept(PlainEmail) && cell.Contains((byte)'@') && (column.Type < 0 || !csv.GetSpan(column.Type).SequenceEqual("EX"u8)))
            _row.Add(new PendingValue(SourceValueKind.Email, Encoding.UTF8.GetString(cell), column.Header, label.Label, label.Primary));
        else
            ValueCells.AddEmails(_row, column, Text(cell), label, column.Type >= 0 ? csv.GetString(column.Type) : null, column.Name >= 0 ? csv.GetString(column.Name) : null);
    }

    private LabelCell Label(CsvReader csv, MappedColumn column)
    {
        if (column.Beside < 0)
            return column.OwnLabel;
        var cell = csv.GetSpan(column.Beside);
        return cell.IsEmpty ? column.OwnLabel : _labels.Read(cell);
    }

    private static string? Beside(CsvReader csv, MappedColumn column) => column.Beside < 0 || csv.IsEmpty(column.Beside) ? null : csv.GetString(column.Beside);

    // Programs that guard against formulas put an apostrophe before a sign; it is no part of the text.
    private string Text(ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(cell);
        if (!_ascii)
            text = Mojibake.Repair(text.Trim());
        return text is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? text[1..] : text;
    }

    private static bool HasDamage(ReadOnlySpan<byte> text) => text.IndexOf("\uFFFD"u8) >= 0 || !System.Text.Unicode.Utf8.IsValid(text);

    // A replacement character stands for a letter nobody knows any more.
    private MappedColumn? Damaged(CsvReader csv) => Array.Find(_columns, column => column.Field is not (AddressField.Notes or AddressField.FreeText) && HasDamage(csv.GetSpan(column.Index)));
}
