using CsvHelper;

namespace Beeper.Resolver.Importing;

/// <summary>Maps the cells of a row to a source record, by what the header row said of each column. Labels are read per row, not per column.</summary>
internal sealed class RowMapper
{
    private readonly AddressBookColumn[] _read;
    private readonly string _source;
    private readonly Dictionary<(AddressField Field, int Number), int> _beside = [];

    public RowMapper(IReadOnlyList<AddressBookColumn> columns, string source)
    {
        _source = source;
        _read = [.. columns.Where(static column => column.Field != AddressField.Ignored)];
        foreach (var column in _read)
            _beside.TryAdd((column.Field, column.Number), column.Index);
    }

    public AddressBookRow Map(CsvReader csv, int record)
    {
        var location = new SourceLocation(_source, record, (int)csv.LineNumber);
        var row = new RowParts();
        var countries = Countries(csv);
        foreach (var column in _read)
        {
            if (csv.IsEmpty(column.Index))
                continue;
            var cell = csv.GetString(column.Index).Trim();
            if (cell.Length > 0)
                Add(csv, column, cell, countries, row);
        }
        return row.IsEmpty
            ? new AddressBookRow(null, new RejectedRow(location, [new RecordProblem("ROW_NO_CONTENT", null, null)]), csv.Current.ToString())
            : new AddressBookRow(row.ToRecord(location), null);
    }

    private void Add(CsvReader csv, AddressBookColumn column, string cell, RowCountries countries, RowParts row)
    {
        switch (column.Field)
        {
            case AddressField.Phone:
                AddPhones(csv, column, cell, countries, row);
                break;
            case AddressField.Email:
                AddEmails(csv, column, cell, row);
                break;
            case AddressField.Handle:
                AddHandles(column, cell, column.Network!, row);
                break;
            case AddressField.NetworkHandle:
                if (NetworkWords.Network(Beside(csv, AddressField.HandleNetwork, column.Number)) is { } network)
                    AddNetworkHandle(column, cell, network, countries, row);
                else
                    AddUrls(column, cell, row);
                break;
            case AddressField.Url:
                AddUrls(column, cell, row);
                break;
            default:
                row.SetName(column.Field, cell);
                break;
        }
    }

    private void AddPhones(CsvReader csv, AddressBookColumn column, string cell, RowCountries countries, RowParts row)
    {
        var (label, primary, network) = Label(csv, AddressField.PhoneLabel, column);
        foreach (var text in ValueSplitter.Phones(cell))
        {
            if (PhoneCell.Read(text, out var value) is { } problem)
                row.Problems.Add(new RecordProblem(problem, column.Header, text));
            else
                row.Values.Add(new SourceValue(SourceValueKind.Phone, value, column.Header) { Label = label, Primary = primary, Network = network, Region = countries.For(label) });
        }
    }

    private void AddEmails(CsvReader csv, AddressBookColumn column, string cell, RowParts row)
    {
        if (Beside(csv, AddressField.EmailType, column.Number) is "EX" || cell.StartsWith("/o=", StringComparison.OrdinalIgnoreCase))
        {
            row.Problems.Add(new RecordProblem("EMAIL_X500", column.Header, cell));
            return;
        }
        var (label, primary, _) = Label(csv, AddressField.EmailLabel, column);
        foreach (var text in ValueSplitter.Emails(cell))
            row.Values.Add(new SourceValue(SourceValueKind.Email, text, column.Header) { Label = label, Primary = primary });
    }

    private static void AddNetworkHandle(AddressBookColumn column, string cell, string network, RowCountries countries, RowParts row)
    {
        if (!NetworkWords.UsesPhones(network))
        {
            AddHandles(column, cell, network, row);
            return;
        }
        foreach (var text in ValueSplitter.Phones(cell))
        {
            if (PhoneCell.Read(text, out var value) is null)
                row.Values.Add(new SourceValue(SourceValueKind.Phone, value, column.Header) { Label = network, Network = network, Region = countries.For(null) });
        }
    }

    private static void AddHandles(AddressBookColumn column, string cell, string network, RowParts row)
    {
        foreach (var text in ValueSplitter.Google(cell))
            row.Values.Add(new SourceValue(SourceValueKind.Handle, text, column.Header) { Label = network, Network = network });
    }

    private static void AddUrls(AddressBookColumn column, string cell, RowParts row)
    {
        foreach (var text in ValueSplitter.Google(cell))
        {
            if (text.Contains('/', StringComparison.Ordinal) || text.StartsWith("tg:", StringComparison.OrdinalIgnoreCase))
                row.Values.Add(new SourceValue(SourceValueKind.Url, text, column.Header));
        }
    }

    private (string? Label, bool Primary, string? Network) Label(CsvReader csv, AddressField field, AddressBookColumn column)
    {
        if (Beside(csv, field, column.Number) is not { } cell)
            return (column.Label, false, column.Network);
        var primary = cell.StartsWith('*');
        var label = LabelVocabulary.Canonical(cell.TrimStart('*'));
        return (label, primary, NetworkWords.Network(label));
    }

    private string? Beside(CsvReader csv, AddressField field, int number) =>
        number != 0 && _beside.TryGetValue((field, number), out var index) && !csv.IsEmpty(index) ? csv.GetString(index).Trim() : null;

    private RowCountries Countries(CsvReader csv)
    {
        var countries = new RowCountries();
        foreach (var column in _read)
        {
            if (column.Field == AddressField.Country && !csv.IsEmpty(column.Index))
                countries.Add(column.Label ?? LabelVocabulary.Canonical(Beside(csv, AddressField.CountryLabel, column.Number)?.TrimStart('*')), csv.GetString(column.Index));
        }
        return countries;
    }
}
