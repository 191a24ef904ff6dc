using System.Globalization;
using Beeper.Resolver.Pipeline;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>Several imported files, one per line.</summary>
internal static class ImportTable
{
    private const int Gap = 2;
    // The border takes one more behind every column and one at either end.
    private const int Spacing = Gap + 1;
    private const int FewestOfName = 20;
    private const int ShortestName = 16;
    private const string NotImported = "not imported";

    // What a narrow terminal has no room for is said above the table, file by file.
    private static readonly string[][] Forms =
    [
        ["format", "encoding", "separator", "rows", "rejected", "phones", "e-mails", "handles"],
        ["format", "encoding", "rows", "rejected", "phones", "e-mails", "handles"],
        ["format", "rows", "rejected", "phones", "e-mails", "handles"],
    ];

    public static Table Of(IReadOnlyList<ImportResult> imports, IReadOnlyList<string> refused, int width)
    {
        var (headers, room) = Forms.Select(form => (form, Room(imports, refused, form, width))).FirstOrDefault(static fit => fit.Item2 >= FewestOfName, (Forms[^1], ShortestName));
        var rows = imports.Select(import => Cells(import, headers)).ToList();
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Column("file"));
        foreach (var header in headers)
            table.AddColumn(header is "format" or "encoding" or "separator" ? Column(header) : Column(header).RightAligned());
        foreach (var (import, cells) in imports.Zip(rows))
            table.AddRow([new Text(Shortened(VisibleText.Of(import.Source.Name), room)), .. cells.Select(static cell => new Text(cell))]);
        foreach (var name in refused)
            table.AddRow([new Text(Shortened(VisibleText.Of(name), room)), new Text(NotImported), .. headers.Skip(1).Select(static _ => new Text(""))]);
        return table;
    }

    private static int Room(IReadOnlyList<ImportResult> imports, IReadOnlyList<string> refused, string[] headers, int width)
    {
        var rows = imports.Select(import => Cells(import, headers)).ToList();
        var widths = headers.Select((header, index) => rows.Select(row => row[index].Length).Append(header.Length).Append(index == 0 && refused.Count > 0 ? NotImported.Length : 0).Max() + Spacing);
        return width - widths.Sum() - Spacing - 1;
    }

    private static TableColumn Column(string header) => new TableColumn(header).NoWrap().Padding(0, 0, Gap, 0);

    private static List<string> Cells(ImportResult import, string[] headers)
    {
        List<string> cells = [import.Layout.Format];
        if (headers.Contains("encoding"))
            cells.Add(VisibleText.Cut(import.Layout.Encoding, 24));
        if (headers.Contains("separator"))
            cells.Add(import.Layout.SeparatorName);
        cells.AddRange([Number(import.Source.RowsRead), Number(import.Source.Rejected)]);
        if (import.Report is { } report)
            cells.AddRange([Number(report.Phones.Sum(static one => one.Count)), Number(report.Emails.Sum(static one => one.Count)), Number(report.Handles.Sum(static one => one.Count) + report.Urls)]);
        else
            cells.AddRange(["as", "before", ""]);
        return cells;
    }

    // Names of exports differ at their ends as often as at their beginnings.
    private static string Shortened(string name, int room) => name.Length <= room ? name : $"{VisibleText.Cut(name, room / 2)}{name[^(room - (room / 2) - 1)..]}";

    private static string Number(int count) => count == 0 ? "–" : count.ToString("N0", CultureInfo.InvariantCulture);
}
