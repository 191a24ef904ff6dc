using System.Globalization;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Pipeline;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>What importing a file came to: in one line, or in full.</summary>
internal static class ImportText
{
    /// <summary>The import in one line.</summary>
    public static string Line(ImportResult import)
    {
        var source = import.Source;
        if (import.Unchanged)
            return string.Create(CultureInfo.InvariantCulture, $"{source.Name}: unchanged, {source.Imported} rows");
        var rejected = source.Rejected == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {source.Rejected} rejected ({Reasons(import)})");
        return string.Create(CultureInfo.InvariantCulture, $"{source.Name}: {import.Layout.Format}, {import.Layout.Encoding}, {source.RowsRead} rows read, {source.Imported} imported{rejected}");
    }

    /// <summary>How the file was understood, column by column.</summary>
    public static void Show(Terminal terminal, ImportResult import)
    {
        var layout = import.Layout;
        terminal.Line(VisibleText.Of(Line(import)));
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  separator {SeparatorName(layout.Separator)}, header on line {layout.HeaderLine}"));
        var read = layout.Columns.Where(static column => column.Field != AddressField.Ignored).ToList();
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("column", "read as");
        foreach (var column in read)
            table.AddRow(new Text(VisibleText.Cut(column.Header, 50)), new Text(Meaning(column)));
        terminal.Show(table);
        if (layout.Columns.Count > read.Count)
            terminal.Line($"  not read: {VisibleText.Cut(string.Join(", ", layout.Columns.Where(static column => column.Field == AddressField.Ignored).Select(static column => column.Header)), 200)}");
        foreach (var row in import.Rejected)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {VisibleText.Of(import.Source.Name)}:{row.Location.Line} {string.Join(", ", row.Problems.Select(static problem => problem.Code))}"));
    }

    private static string Meaning(AddressBookColumn column) =>
        string.Join(" ", new[] { column.Field.ToString(), column.Number is > 0 and var number ? number.ToString(CultureInfo.InvariantCulture) : null, column.Label is { } label ? $"({label})" : null }.OfType<string>());

    private static string SeparatorName(char separator) => separator switch { ',' => "comma", ';' => "semicolon", '\t' => "tab", '|' => "bar", _ => separator.ToString() };

    private static string Reasons(ImportResult import) => string.Join(", ", import.Rejected
        .SelectMany(static row => row.Problems.Select(static problem => problem.Code)).GroupBy(static code => code, StringComparer.Ordinal).OrderByDescending(static group => group.Count())
        .Select(static group => group.Count() == 1 ? group.Key : $"{group.Key} × {group.Count()}"));
}
