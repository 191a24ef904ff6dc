using System.Globalization;
using Beeper.Resolver.Pipeline;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>Several imported files, one per line.</summary>
internal static class ImportTable
{
    // What a narrow terminal has no room for is said above the table, file by file.
    private const int WideEnough = 130;
    private const int Gap = 2;
    private const int ShortestName = 16;

    private static readonly string[] Wide = ["format", "encoding", "separator", "rows", "rejected", "phones", "e-mails", "handles"];
    private static readonly string[] Narrow = ["format", "rows", "rejected", "phones", "e-mails", "handles"];

    public static Table Of(IReadOnlyList<ImportResult> imports, int width)
    {
        var isWide = width >= WideEnough;
        var headers = isWide ? Wide : Narrow;
        var rows = imports.Select(import => Cells(import, isWide)).ToList();
        var widths = headers.Select((header, index) => rows.Max(row => Math.Max(header.Length, row[index].Length)) + Gap);
        // The border takes a column between two others and one on each side.
        var room = Math.Max(ShortestName, width - widths.Sum() - Gap - headers.Length - 3);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Column("file"));
        foreach (var header in headers)
            table.AddColumn(header is "format" or "encoding" or "separator" ? Column(header) : Column(header).RightAligned());
        foreach (var (import, cells) in imports.Zip(rows))
            table.AddRow([new Text(Shortened(VisibleText.Of(import.Source.Name), room)), .. cells.Select(static cell => new Text(cell))]);
        return table;
    }

    private static TableColumn Column(string header) => new TableColumn(header).NoWrap().Padding(0, 0, Gap, 0);

    private static List<string> Cells(ImportResult import, bool isWide)
    {
        List<string> cells = [import.Layout.Format];
        if (isWide)
            cells.AddRange([VisibleText.Cut(import.Layout.Encoding, 24), import.Layout.SeparatorName]);
        cells.AddRange([Number(import.Source.RowsRead), Number(import.Source.Rejected)]);
        if (import.Report is { } report)
            cells.AddRange([Number(report.Phones.Sum(static one => one.Count)), Number(report.Emails.Sum(static one => one.Count)), Number(report.Handles.Sum(static one => one.Count) + report.Urls)]);
        else
            cells.AddRange(["as", "before", ""]);
        return cells;
    }

    // Names of exports differ at their ends as often as at their beginnings.
    private static string Shortened(string name, int room) => name.Length <= room ? name : $"{VisibleText.Cut(name, room / 2)}{name[^(room - (room / 2))..]}";

    private static string Number(int count) => count == 0 ? "–" : count.ToString("N0", CultureInfo.InvariantCulture);
}
