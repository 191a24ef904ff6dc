using System.Globalization;
using System.Text;
using Beeper.Resolver.Evaluation.Measuring;

namespace Beeper.Resolver.Evaluation.Reporting;

/// <summary>Writes a report as Markdown.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    public static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString(share is > 0 and < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture) + " %";

    public static string Interval(Measure measure) => double.IsNaN(measure.Value) ? "–" : $"{Percent(measure.Value)} ({Percent(measure.Low)}–{Percent(measure.High)})";

    public void Heading(int level, string text) => _text.Append('#', level).Append(' ').Append(text).Append("\n\n");

    public void Paragraph(string text) => _text.Append(text).Append("\n\n");

    public void Table(string[] header, IEnumerable<string[]> rows)
    {
        Row(header);
        Row([.. header.Select(static _ => "---")]);
        foreach (var row in rows)
            Row(row);
        _text.Append('\n');
    }

    /// <summary>Measures as rows, one column per variant.</summary>
    public void Measures(params (string Name, IReadOnlyList<Measure> Measures)[] columns) =>
        Table(["measure", .. columns.Select(static column => column.Name)], Enumerable.Range(0, columns[0].Measures.Count).Select(row => (string[])[columns[0].Measures[row].Name, .. columns.Select(column => Shown(column.Measures[row]))]));

    public override string ToString() => _text.ToString();

    private static string Shown(Measure measure) => measure.Name.StartsWith("requests", StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"{measure.Value:0.000} ({measure.Low:0.000}–{measure.High:0.000})")
        : Interval(measure);

    private void Row(string[] cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
