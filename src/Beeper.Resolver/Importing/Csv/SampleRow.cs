namespace Beeper.Resolver.Importing.Csv;

/// <summary>A row from the start of a table.</summary>
/// <param name="Cells">Its cells, trimmed.</param>
/// <param name="Line">Physical line on which it starts, from 1.</param>
/// <param name="Offset">Where it starts in the text.</param>
/// <param name="IsQuoted">Whether all of it stands in one pair of quotes.</param>
internal sealed record SampleRow(string[] Cells, int Line, long Offset, bool IsQuoted);
