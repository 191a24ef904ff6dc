using Beeper.Resolver.Importing.Encodings;
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
        using var table = new CsvRows(new RewindStream(new MemoryStream(head), head.Length), separator, head.Length, Columns(head, separator), offset, line);
        var rows = new List<SampleRow>();
        while (rows.Count < MostRows && table.Read())
        {
            if (table.Fault is not null)
                continue;
            var cells = new string[Math.Min(table.Cells.FieldCount, MostCells)];
            for (var index = 0; index < cells.Length; index++)
                cells[index] = table.Cells.IsEmpty(index) ? "" : Mojibake.Repair(table.Cells.GetString(index)).Trim('\uFEFF', ' ', '\t', '\u00A0');
            if (Array.Exists(cells, static cell => cell.Length > 0))
                rows.Add(new SampleRow(cells, table.Line, table.Offset, !table.HasStrayQuote && table.Cells.RawRecord is [(byte)'"', .., (byte)'"']));
        }
        if (!complete && rows.Count is > 1 and < MostRows)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    /// <summary>The separator that the first lines look written with.</summary>
    public static char Separator(byte[] head, int offset)
    {
        using var csv = CsvReader.Create(head.AsMemory(offset), new CsvReaderOptions { HasHeader = false, DetectSeparatorHint = false, IncludeValuesInExceptions = false });
        csv.Read();
        return csv.Separator;
    }

    // How many columns the widest of the first lines has; told by the separators alone, since the quotes may be what is damaged.
    private static int Columns(byte[] head, char separator)
    {
        var (lines, most) = (0, 0);
        foreach (var range in head.AsSpan().Split((byte)'\n'))
        {
            most = Math.Max(most, head.AsSpan()[range].Count((byte)separator));
            if (++lines == 20)
                break;
        }
        return most + 1;
    }
}
