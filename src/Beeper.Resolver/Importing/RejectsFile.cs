using System.Globalization;
using System.Text;
using CsvHelper;

namespace Beeper.Resolver.Importing;

/// <summary>
/// Rejected rows in a file of their own: every row as it was, and five columns that say where it stood and why it was rejected. Mended, it imports
/// like any other file; the five columns are passed over. Rejected cards become a vCard file whose cards carry the reason in a property.
/// </summary>
public static class RejectsFile
{
    private static readonly string[] Added = ["_file", "_line", "_field", "_code", "_message"];

    /// <summary>The ending of the file's name: <c>.csv</c> or <c>.vcf</c>.</summary>
    public static string Extension(AddressBookLayout layout) => layout.Separator == '\0' ? ".vcf" : ".csv";

    /// <summary>Writes the rows.</summary>
    /// <param name="writer">Where to; UTF-8 is to be used for files.</param>
    /// <param name="layout">The layout of the file they come from.</param>
    /// <param name="rejects">The rows with their text, as <see cref="AddressBookRow.Text"/> has it.</param>
    public static void Write(TextWriter writer, AddressBookLayout layout, IEnumerable<(RejectedRow Row, string? Text)> rejects)
    {
        if (layout.Separator == '\0')
        {
            WriteCards(writer, rejects);
            return;
        }
        var rows = rejects.Select(reject => (reject.Row, Cells: Cells(reject.Row, reject.Text, layout.Separator))).ToList();
        var width = Math.Max(layout.Columns.Count, rows.Count == 0 ? 0 : rows.Max(static row => row.Cells.Count));
        WriteRow(writer, layout.Separator, [.. layout.Columns.Select(static column => column.Header), .. Enumerable.Repeat("", width - layout.Columns.Count), .. Added]);
        foreach (var (row, cells) in rows)
        {
            var problem = row.Problems[0];
            WriteRow(writer, layout.Separator,
            [
                .. cells, .. Enumerable.Repeat("", width - cells.Count), row.Location.Source, row.Location.Line.ToString(CultureInfo.InvariantCulture),
                problem.Field == 0 ? "" : problem.Field.ToString(CultureInfo.InvariantCulture), problem.Code, Message(row),
            ]);
        }
    }

    private static string Message(RejectedRow row) => string.Join("; ", row.Problems.Select(static problem => problem.Column is null ? ProblemText.Of(problem.Code) : $"{problem.Column}: {ProblemText.Of(problem.Code)}"));

    private static List<string> Cells(RejectedRow row, string? text, char separator)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        // The quotes of such a row mean nothing any more, so they are cells' text like all else.
        if (row.Problems[0].Code is "ROW_UNCLOSED_QUOTE")
            return [.. text.Split(separator)];
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), new CsvReaderOptions { HasHeader = false, Separator = separator, SkipEmptyLines = false, DetectSeparatorHint = false, IncludeValuesInExceptions = false });
        return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : [];
    }

    private static void WriteRow(TextWriter writer, char separator, IReadOnlyList<string> cells)
    {
        for (var index = 0; index < cells.Count; index++)
        {
            if (index > 0)
                writer.Write(separator);
            var cell = cells[index];
            if (cell.AsSpan().ContainsAny(['"', '\r', '\n', separator]) || cell is [' ' or '\t', ..] or [.., ' ' or '\t'])
                writer.Write($"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            else
                writer.Write(cell);
        }
        writer.Write("\r\n");
    }

    private static void WriteCards(TextWriter writer, IEnumerable<(RejectedRow Row, string? Text)> rejects)
    {
        foreach (var (row, text) in rejects)
        {
            var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
            if (lines.Count == 0 || !lines[0].Trim().Equals("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
                lines.Insert(0, "BEGIN:VCARD");
            if (!lines[^1].Trim().Equals("END:VCARD", StringComparison.OrdinalIgnoreCase))
                lines.Add("END:VCARD");
            lines.Insert(1, string.Create(CultureInfo.InvariantCulture, $"X-REJECTED:{row.Location.Source}:{row.Location.Line} {row.Problems[0].Code} {Message(row)}"));
            foreach (var line in lines)
                writer.Write($"{line}\r\n");
        }
    }
}
