using CsvHelper;

namespace Beeper.Resolver.Importing.Csv;

/// <summary>The first rows of a text, read with one separator.</summary>
internal static class TableSample
{
    private const int MostRows = 1000;
    private const int MostCells = 4096;

    /// <summary>The rows that are not blank.</summary>
    /// <param name="head">The start of the text.</param>
    /// <param name="offset">Where to begin in it.</param>
    /// <param name="line">The line that begins there.</param>
    /// <param name="separator">The separator.</param>
    /// <param name="complete">Whether the head is the whole text; otherwise its last row may be cut and is left out.</param>
    public static List<SampleRow> Rows(byte[] head, int offset, int line, char separator, bool complete)
    {
        using var csv = CsvReader.Create(head.AsMemory(offset), Options(separator));
        var rows = new List<SampleRow>();
        while (rows.Count < MostRows && csv.Read())
        {
            var cells = new string[Math.Min(csv.FieldCount, MostCells)];
            for (var index = 0; index < cells.Length; index++)
                cells[index] = csv.IsEmpty(index) ? "" : csv.GetString(index).Trim('\uFEFF', ' ', '\t', '\u00A0');
            if (Array.Exists(cells, static cell => cell.Length > 0))
                rows.Add(new SampleRow(cells, line + (int)csv.LineNumber - 1, offset + csv.ByteOffset));
        }
        if (!complete && rows.Count is > 1 and < MostRows)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    /// <summary>The separator that the first lines look written with.</summary>
    public static char Separator(byte[] head, int offset)
    {
        using var csv = CsvReader.Create(head.AsMemory(offset), Options(null));
        csv.Read();
        return csv.Separator;
    }

    private static CsvReaderOptions Options(char? separator) =>
        new() { HasHeader = false, Separator = separator, TrackLineNumbers = true, DetectSeparatorHint = false, IncludeValuesInExceptions = false };
}
