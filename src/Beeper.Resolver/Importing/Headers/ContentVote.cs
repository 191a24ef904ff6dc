namespace Beeper.Resolver.Importing.Headers;

/// <summary>
/// Columns nobody can name, by what is in them: of at least twenty cells nine in ten have to be of one kind. In a table without a header, where
/// nothing else tells, fewer cells do if they agree.
/// </summary>
internal static class ContentVote
{
    private const int FewestCells = 20;

    /// <summary>A column's field by the content of its cells, or null.</summary>
    /// <param name="cells">The filled cells of the column.</param>
    /// <param name="fewer">Whether fewer than twenty cells may tell if they agree.</param>
    public static AddressField? Decide(List<string> cells, bool fewer)
    {
        if (cells.Count == 0 || (cells.Count < FewestCells && !fewer))
            return null;
        var needed = cells.Count < FewestCells ? cells.Count : (int)Math.Ceiling(cells.Count * 0.9);
        return cells.Count(CellShape.IsEmail) >= needed ? AddressField.Email
            : cells.Count(CellShape.IsPhone) >= needed ? AddressField.Phone
            : cells.Count(CellShape.IsUrl) >= needed ? AddressField.Url
            : fewer && cells.TrueForAll(static cell => CellShape.IsPhone(cell) || CellShape.IsEmail(cell)) ? AddressField.Phone
            : null;
    }

    /// <summary>Columns of unknown header, given the field that their content tells.</summary>
    public static void Decide(AddressBookColumn[] columns, IReadOnlyList<string[]> rows)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index] is { Field: AddressField.Ignored, Why: HeaderMatcher.Unknown or "no header" } && Decide(Column(rows, index), fewer: false) is { } field)
                columns[index] = columns[index] with { Field = field, Why = "its content" };
        }
    }

    /// <summary>The columns of a table without header, or of one whose header words nobody knows; null when no column holds anything to resolve.</summary>
    public static AddressBookColumn[]? Headerless(IReadOnlyList<string[]> rows, string[]? headers, IReadOnlyList<ColumnMapping> mappings)
    {
        var columns = new AddressBookColumn[Math.Max(headers?.Length ?? 0, rows.Count == 0 ? 0 : rows.Max(static row => row.Length))];
        for (var index = 0; index < columns.Length; index++)
        {
            var told = mappings.FirstOrDefault(mapping => mapping.Number == index + 1);
            var field = told?.Field ?? Decide(Column(rows, index), fewer: true) ?? AddressField.Ignored;
            columns[index] = new AddressBookColumn(index, headers is not null && index < headers.Length ? headers[index] : Word(field, index), field, 0, told?.Label, told?.Network)
            {
                Why = told is not null ? "as told" : field == AddressField.Ignored ? "content not recognised" : "its content",
            };
        }
        // Where nothing else could lead to a person, the one column of plain digits is one of phone numbers; beside other columns it may be anybody's.
        if (!HasIdentifiers(columns) && Array.FindAll(columns, column => column is { Field: AddressField.Ignored, Why: not "as told" } && Column(rows, column.Index) is { Count: > 0 } cells && cells.TrueForAll(CellShape.IsPlainNumber)) is [var only])
            columns[only.Index] = only with { Field = AddressField.Phone, Header = headers is null ? Word(AddressField.Phone, 0) : only.Header, Why = "its content" };
        if (!HasIdentifiers(columns))
            return null;
        NameColumns(columns, rows, headers is not null);
        return columns;
    }

    private static bool HasIdentifiers(AddressBookColumn[] columns) => Array.Exists(columns, static column => column.Field is AddressField.Phone or AddressField.Email or AddressField.Url or AddressField.Handle or AddressField.Username);

    private static void NameColumns(AddressBookColumn[] columns, IReadOnlyList<string[]> rows, bool named)
    {
        if (Array.Exists(columns, static column => column.Field is AddressField.FullName or AddressField.GivenName))
            return;
        var names = Array.FindAll(columns, column => column.Field == AddressField.Ignored && Column(rows, column.Index) is { Count: > 0 } cells && cells.Count(CellShape.IsName) >= cells.Count * 0.8);
        if (names.Length == 0)
            return;
        var second = names.Length > 1 && names[1].Index == names[0].Index + 1 && OneWord(rows, names[0].Index) && OneWord(rows, names[1].Index);
        Name(columns, names[0].Index, second ? AddressField.GivenName : AddressField.FullName, named);
        if (second)
            Name(columns, names[1].Index, AddressField.FamilyName, named);
    }

    private static bool OneWord(IReadOnlyList<string[]> rows, int index) => Column(rows, index).TrueForAll(static cell => !cell.Trim().Contains(' ', StringComparison.Ordinal));

    private static void Name(AddressBookColumn[] columns, int index, AddressField field, bool named) =>
        columns[index] = columns[index] with { Field = field, Header = named ? columns[index].Header : Word(field, index), Why = "its content" };

    private static List<string> Column(IReadOnlyList<string[]> rows, int index) => [.. rows.Where(row => index < row.Length && !string.IsNullOrWhiteSpace(row[index])).Select(row => row[index])];

    private static string Word(AddressField field, int index) => field switch
    {
        AddressField.Email => "E-mail",
        AddressField.Phone => "Phone",
        AddressField.Url => "Website",
        AddressField.FullName => "Name",
        AddressField.GivenName => "First Name",
        AddressField.FamilyName => "Last Name",
        _ => $"Column {index + 1}",
    };
}
