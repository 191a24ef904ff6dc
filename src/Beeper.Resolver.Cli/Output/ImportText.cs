using System.Globalization;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Pipeline;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>What importing a file came to: in one line, or in full.</summary>
internal static class ImportText
{
    private const int ColumnsShown = 16;
    private const int ProblemsShown = 12;

    /// <summary>The import in one line.</summary>
    public static string Line(ImportResult import)
    {
        var source = import.Source;
        if (import.Unchanged)
            return string.Create(CultureInfo.InvariantCulture, $"{source.Name}: unchanged, {source.Imported} rows");
        var rejected = source.Rejected == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {source.Rejected} rejected ({Words(import.Report?.Rejects ?? [])})");
        return string.Create(CultureInfo.InvariantCulture, $"{source.Name}: {import.Layout.Format}, {import.Layout.Encoding}, {source.RowsRead} rows read, {source.Imported} imported{rejected}");
    }

    /// <summary>How the file was understood: format, columns, counts per label, what was not used and why.</summary>
    public static void Show(Terminal terminal, ImportResult import, IReadOnlyList<NormalizedRecord> records)
    {
        var layout = import.Layout;
        var header = layout.HeaderLine > 0 ? string.Create(CultureInfo.InvariantCulture, $" · header on line {layout.HeaderLine}") : layout.Columns.Count > 0 ? " · no header" : "";
        var region = layout.Region is { } most ? $" · most numbers are {most}" : "";
        terminal.Line($"{VisibleText.Of(import.Source.Name)}   {layout.Format} · {layout.Encoding}{(layout.Columns.Count > 0 ? $" · {layout.SeparatorName}" : "")}{header}{region}");
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {import.Source.RowsRead} rows read, {import.Source.Imported} imported, {import.Source.Rejected} rejected{(import.Unchanged ? "; unchanged since the last import" : "")}"));
        ShowColumns(terminal, layout);
        if (import.Report is { } report)
            ShowCounts(terminal, report);
        ShowProblems(terminal, import, records);
        terminal.Line();
    }

    private static void ShowColumns(Terminal terminal, AddressBookLayout layout)
    {
        if (layout.Columns.Count == 0)
            return;
        var read = layout.Columns.Where(static column => column.Field != AddressField.Ignored).ToList();
        var shown = terminal.IsVerbose ? layout.Columns : [.. read.Take(ColumnsShown)];
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumn(new TableColumn("  column").NoWrap().PadRight(3));
        table.AddColumn(new TableColumn("read as").NoWrap());
        foreach (var column in shown)
            table.AddRow(new Text($"  {VisibleText.Cut(column.Header.Length == 0 ? $"#{(column.Index + 1).ToString(CultureInfo.InvariantCulture)}" : column.Header, 44)}"), new Text(VisibleText.Of(column.Why is { } why ? $"{column.Meaning} ({why})" : column.Meaning)));
        terminal.Show(table);
        if (terminal.IsVerbose)
            return;
        if (read.Count > ColumnsShown)
            terminal.Line($"  … {read.Count - ColumnsShown} more with --verbose");
        var ignored = layout.Columns.Where(static column => column.Field == AddressField.Ignored && column.Header.Length > 0).Select(static column => column.Header).ToList();
        if (ignored.Count > 0)
            terminal.Line($"  not read: {VisibleText.Cut(string.Join(", ", ignored), 100)} (why: --verbose)");
    }

    private static void ShowCounts(Terminal terminal, ImportReport report)
    {
        Count(terminal, "phones", report.Phones);
        Count(terminal, "e-mails", report.Emails);
        Count(terminal, "handles", report.Handles);
        if (report.Urls > 0)
            terminal.Line($"  web addresses {report.Urls}");
        if (report.NamesOnly > 0)
            terminal.Line($"  names only    {report.NamesOnly} rows without phone, e-mail or handle");
        if (report.RepeatedHeaders + report.Footers > 0)
            terminal.Line($"  dropped       {report.RepeatedHeaders} repeated headers, {report.Footers} footers");
    }

    private static void Count(Terminal terminal, string what, IReadOnlyList<WordCount> counts)
    {
        if (counts.Count > 0)
            terminal.Line($"  {what,-8} {counts.Sum(static one => one.Count),5}   {VisibleText.Cut(string.Join(" · ", counts.Select(static one => $"{one.Word} {one.Count}")), 110)}");
    }

    private static void ShowProblems(Terminal terminal, ImportResult import, IReadOnlyList<NormalizedRecord> records)
    {
        var problems = import.Rejected.SelectMany(static row => row.Problems.Select(problem => (row.Location, Problem: problem)))
            .Concat(records.SelectMany(static record => record.Problems.Select(problem => (record.Location, Problem: problem)))).OrderBy(static one => one.Location.Line).ToList();
        var most = terminal.IsVerbose ? int.MaxValue : ProblemsShown;
        foreach (var (location, problem) in problems.Take(most))
            terminal.Line($"  {VisibleText.Of(ProblemLine.Of(location, problem, import.Layout))}");
        if (problems.Count > most)
            terminal.Line($"  … {problems.Count - most} more with --verbose");
    }

    private static string Words(IReadOnlyList<WordCount> counts) => string.Join(", ", counts.Select(static one => one.Count == 1 ? one.Word : $"{one.Word} × {one.Count}"));
}
