using Beeper.Resolver.Importing.Encodings;
using Beeper.Resolver.Importing.Headers;
using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Importing.Csv;

/// <summary>
/// Finds the table in a text: the separator, the header among the first rows (a preamble may stand above it), and what the columns hold. Looks at
/// the content only, never at the file's name.
/// </summary>
internal sealed class TableFinder(AddressBookOptions options, string source)
{
    private const int HeadSize = 1 << 20;
    private const int MostPreambleRows = 20;
    private const string Separators = ",;\t|";
    private const char NoSeparator = '\u001F';

    private readonly HeaderMatcher _matcher = new(options.Columns);

    /// <summary>Opens the table; the text stands anywhere in its kept part afterwards.</summary>
    /// <exception cref="AddressBookException">There is no table of contacts.</exception>
    public CsvTable Open(TextSource decoded)
    {
        var text = new RewindStream(decoded.Text, Math.Max(4 * options.MaxRecordSize, 1 << 20));
        var head = Head(text);
        if (head.AsSpan().Trim(" \t\r\n\u00A0"u8).IsEmpty)
            throw new AddressBookException("FILE_EMPTY", $"{source} is empty. Export the contacts again.");
        var complete = head.Length < HeadSize;
        var (hint, offset, line) = Hint(head);
        var wholeLine = IsWholeLineQuoted(head, offset, line, complete);
        if (wholeLine)
        {
            text.Position = offset;
            text = new RewindStream(new WholeLineStream(text, '\u001F', options.MaxRecordSize), Math.Max(4 * options.MaxRecordSize, 1 << 20));
            head = Head(text);
            offset = 0;
        }
        var start = Find(head, offset, line, hint, complete) ?? throw NoColumns();
        CheckMappings(start);
        var layout = new AddressBookLayout(start.Header is null ? "plain" : FormatName.Of(start.Header.Cells), decoded.Encoding, start.Separator, start.Header?.Line ?? 0, start.Columns)
        {
            WholeLineQuoted = wholeLine,
            Region = Region(start),
        };
        var first = start.Header ?? start.First;
        var rows = new CsvRows(text, start.Separator, options.MaxRecordSize, start.Columns.Length, first?.Offset ?? offset, first?.Line ?? line);
        return new CsvTable(rows, layout, source, options, start.Header is not null);
    }

    private static byte[] Head(RewindStream text)
    {
        var head = text.Peek(0, HeadSize);
        var bytes = head[..Math.Min(head.Length, HeadSize)].ToArray();
        text.Position = 0;
        return bytes;
    }

    // Excel's "sep=;" in the first line, with or without quotes.
    private static (char? Separator, int Offset, int Line) Hint(byte[] head)
    {
        var text = head.AsSpan();
        var offset = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        var end = text[offset..].IndexOfAny((byte)'\r', (byte)'\n');
        var first = end < 0 ? text[offset..] : text.Slice(offset, end);
        first = first.Trim("\""u8);
        if (first.Length != 5 || !System.Text.Ascii.EqualsIgnoreCase(first[..4], "sep="u8) || !char.IsAscii((char)first[4]) || end < 0)
            return (null, offset, 1);
        var next = offset + end + (text[offset + end] == '\r' && offset + end + 1 < text.Length && text[offset + end + 1] == '\n' ? 2 : 1);
        return ((char)first[4], next, 2);
    }

    private static bool IsWholeLineQuoted(byte[] head, int offset, int line, bool complete)
    {
        if (offset >= head.Length || head[offset] != '"')
            return false;
        var rows = TableSample.Rows(head, offset, line, ',', complete).Take(MostPreambleRows).ToList();
        return rows.Count > 1 && rows.TrueForAll(static row => row.IsQuoted && row.Cells.Length == 1 && row.Cells[0].AsSpan().ContainsAny(Separators));
    }

    private TableStart? Find(byte[] head, int offset, int line, char? hint, bool complete)
    {
        var known = options.Separator ?? hint;
        var detected = known ?? TableSample.Separator(head, offset);
        var separators = known is not null ? detected.ToString() : detected + Separators.Replace(detected.ToString(), "", StringComparison.Ordinal);
        List<SampleRow>? likely = null;
        foreach (var separator in separators)
        {
            var rows = TableSample.Rows(head, offset, line, separator, complete);
            likely ??= rows;
            if (Header(rows) is { } at)
                return known is null && rows[at].Cells.Length == 1 && rows.Exists(static row => row.Cells.Length > 1) && WithoutSeparator(head, offset, line, complete) is { } lone ? lone : WithHeader(rows, at, separator);
        }
        return likely is null ? null : ByContent(likely, detected);
    }

    // The first of the first rows with two words somebody listed, or one where there is but one column.
    private int? Header(List<SampleRow> rows)
    {
        for (var at = 0; at < Math.Min(rows.Count, MostPreambleRows); at++)
        {
            if (IsTitle(rows, at))
                continue;
            if (_matcher.Score(rows[at].Cells) is > 0 and var score && score >= Math.Min(2, Filled(rows[at])) && IsUsable(_matcher.Match(rows[at].Cells)))
                return rows.Take(at).Any(above => IsData(above, rows[at])) ? null : at;
        }
        return null;
    }

    // A lone word above a wider row is a title, even where it is a header word.
    private static bool IsTitle(List<SampleRow> rows, int at) => Filled(rows[at]) == 1 && at + 1 < rows.Count && Filled(rows[at + 1]) > 1;

    // A row of values as wide as the row that looks like a header is no preamble.
    private static bool IsData(SampleRow above, SampleRow header) => Filled(above) >= Filled(header) && Array.Exists(above.Cells, CellShape.IsValue);

    private static int Filled(SampleRow row) => row.Cells.Count(static cell => cell.Length > 0);

    // Below a header of one word there is one column, and what looks like a separator stands between the values of a cell.
    private TableStart? WithoutSeparator(byte[] head, int offset, int line, bool complete)
    {
        var rows = TableSample.Rows(head, offset, line, NoSeparator, complete);
        return Header(rows) is { } at && rows.TrueForAll(static row => row.Cells.Length == 1) ? WithHeader(rows, at, NoSeparator) : null;
    }

    private TableStart WithHeader(List<SampleRow> rows, int at, char separator)
    {
        var columns = _matcher.Match(rows[at].Cells);
        List<string[]> data = [.. rows.Skip(at + 1).Select(static row => row.Cells)];
        ContentVote.Decide(columns, data);
        return new TableStart(separator, columns, rows[at], null, data);
    }

    private TableStart? ByContent(List<SampleRow> rows, char separator)
    {
        if (rows.Count == 0)
            return null;
        var first = rows[0].Cells;
        var isHeader = rows.Count > 1 && !Array.Exists(first, CellShape.IsValue);
        List<string[]> data = [.. rows.Skip(isHeader ? 1 : 0).Select(static row => row.Cells)];
        if (isHeader && _matcher.Score(first) > 0 && _matcher.Match(first) is var known && IsUsable(known))
        {
            ContentVote.Decide(known, data);
            return new TableStart(separator, known, rows[0], null, data);
        }
        var columns = ContentVote.Headerless(data, isHeader ? first : null, options.Columns);
        return columns is null ? null : new TableStart(separator, columns, isHeader ? rows[0] : null, rows[0], data);
    }

    private static bool IsUsable(AddressBookColumn[] columns) => Array.Exists(columns, static column => column.Field is not (AddressField.Ignored or AddressField.Notes or AddressField.Deleted or AddressField.FreeText or AddressField.CountryLabel or AddressField.Country));

    private void CheckMappings(TableStart start)
    {
        foreach (var mapping in options.Columns)
        {
            if (!Array.Exists(start.Columns, column => mapping.Names(column.Index, column.Header)))
                throw new AddressBookException("MAP_NO_COLUMN", $"{source} has no column {mapping.Column}. Its columns are: {string.Join(", ", start.Columns.Select(static column => column.Header))}.");
        }
    }

    private static string? Region(TableStart start)
    {
        var regions = new RegionCount();
        foreach (var column in start.Columns.Where(static column => column.Field == AddressField.Phone))
        {
            foreach (var row in start.Rows.Where(row => column.Index < row.Length))
                regions.Add(row[column.Index]);
        }
        return regions.Majority;
    }

    private AddressBookException NoColumns() => new("FILE_NO_COLUMNS",
        $"{source} has no column that is known to hold a name, phone number or e-mail address. Give it a header row such as name,phone,email, or say what its columns hold with --map, as in --map 'Cell #=phone:mobile' or --map '#2=email'.");
}
