using System.Globalization;
using Beeper.Resolver.Importing;
using Beeper.Resolver.Pipeline;
using Spectre.Console;

namespace Beeper.Resolver.Cli.Output;

/// <summary>What importing a file came to: in one line, or in full.</summary>
internal static class ImportText
{
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
        terminal.Show(new Rule(Markup.Escape(VisibleText.Of(import.Source.Name))) { Justification = Justify.Left });
        var parts = new List<string> { layout.Format, layout.Encoding };
        if (layout.Columns.Count > 0)
            parts.AddRange([layout.SeparatorName, layout.HeaderLine > 0 ? string.Create(CultureInfo.InvariantCulture, $"header on line {layout.HeaderLine}") : "no header"]);
        if (layout.WholeLineQuoted)
            parts.Add("whole lines in quotes");
        if (layout.Region is { } region)
            parts.Add($"most numbers are {region}");
        terminal.Line($"  {string.Join(" · ", parts)}");
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {import.Source.RowsRead} {(import.Source.RowsRead == 1 ? "row" : "rows")} read, {import.Source.Imported} imported, {import.Source.Rejected} rejected{(import.Unchanged ? "; unchanged since the last import" : "")}"));
        if (layout.Columns.Count > 0)
            terminal.Show(ColumnTable.Of(layout, terminal.IsVerbose));
        if (import.Report is { } report)
            ShowCounts(terminal, report);
        Count(terminal, "rejected", Codes(import.Rejected.Select(static row => row.Problems[0].Code)));
        Count(terminal, "not used", Codes(records.SelectMany(static record => record.Problems).Select(static problem => problem.Code)));
        ShowProblems(terminal, import, records);
        terminal.Line();
    }

    private static void ShowCounts(Terminal terminal, ImportReport report)
    {
        Count(terminal, "phones", report.Phones);
        Count(terminal, "e-mails", report.Emails);
        Count(terminal, "handles", report.Handles);
        if (report.Urls > 0)
            terminal.Line($"  {"web",-8} {report.Urls,6}   addresses, profiles among them");
        if (report.NamesOnly > 0)
            terminal.Line($"  {"names",-8} {report.NamesOnly,6}   rows without phone, e-mail or handle");
        if (report.RepeatedHeaders + report.Footers > 0)
            terminal.Line($"  {"dropped",-8} {report.RepeatedHeaders + report.Footers,6}   repeated headers {report.RepeatedHeaders} · footers {report.Footers}");
    }

    private static void Count(Terminal terminal, string what, IReadOnlyList<WordCount> counts)
    {
        if (counts.Count > 0)
            terminal.Line($"  {what,-8} {counts.Sum(static one => one.Count),6}   {VisibleText.Cut(string.Join(" · ", counts.Select(static one => $"{one.Word} {one.Count}")), terminal.IsVerbose ? int.MaxValue : Math.Max(40, terminal.Width - 20))}");
    }

    private static List<WordCount> Codes(IEnumerable<string> codes) =>
        [.. codes.CountBy(static code => code).OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).Select(static one => new WordCount(one.Key, one.Value))];

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
