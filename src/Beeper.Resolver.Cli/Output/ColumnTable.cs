using System.Globalization;
using Beeper.Resolver.Importing;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>What each column of a file was read as, and why the others were not: one row per meaning, in the order of the file.</summary>
internal static class ColumnTable
{
    private const int LongestList = 300;

    public static Table Of(AddressBookLayout layout, bool isVerbose)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumn(new TableColumn("  read as").NoWrap().PadRight(2));
        table.AddColumn(new TableColumn("columns"));
        foreach (var meaning in layout.Columns.Where(static column => column.Field != AddressField.Ignored).GroupBy(static column => (column.Meaning, column.Why)))
            table.AddRow(new Text($"  {VisibleText.Of(meaning.Key.Meaning)}"), new Text(meaning.Key.Why is { } why ? $"{List(meaning, int.MaxValue)} (by {why})" : List(meaning, int.MaxValue)));
        var ignored = layout.Columns.Where(static column => column.Field == AddressField.Ignored && (column.Header.Length > 0 || column.Why != "no header")).GroupBy(static column => column.Why ?? "ignored").ToList();
        foreach (var reason in ignored)
            table.AddRow(new Text("  not read"), new Text($"{VisibleText.Of(reason.Key)}: {List(reason, isVerbose ? int.MaxValue : LongestList)}"));
        return table;
    }

    // Columns that differ by their number are one entry: "Phone 1–3 - Value".
    private static string List(IEnumerable<AddressBookColumn> columns, int longest)
    {
        var names = columns.GroupBy(static column => Shape(column)).Select(static group => Name([.. group])).ToList();
        var text = string.Join(", ", names);
        if (text.Length <= longest)
            return text;
        var shown = 0;
        for (var length = 0; shown < names.Count && length + names[shown].Length < longest; shown++)
            length += names[shown].Length + 2;
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(shown))} … {names.Count - shown} more with --verbose");
    }

    private static string Shape(AddressBookColumn column) => Digits(column.Header) is var (start, length) && length > 0 ? $"{column.Header[..start]}\0{column.Header[(start + length)..]}" : column.Header;

    private static string Name(AddressBookColumn[] group)
    {
        var header = group[0].Header.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"#{group[0].Index + 1}") : VisibleText.Cut(group[0].Header, 60);
        var (start, length) = Digits(group[0].Header);
        if (group.Length == 1)
            return header;
        if (length == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{header} × {group.Length}");
        var (lastStart, lastLength) = Digits(group[^1].Header);
        return VisibleText.Cut($"{group[0].Header[..(start + length)]}–{group[^1].Header.AsSpan(lastStart, lastLength)}{group[0].Header[(start + length)..]}", 60);
    }

    private static (int Start, int Length) Digits(string header)
    {
        var start = header.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return (0, 0);
        var rest = header.AsSpan(start);
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return (start, end < 0 ? rest.Length : end);
    }
}
