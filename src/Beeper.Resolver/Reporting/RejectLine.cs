namespace Beeper.Resolver.Reporting;

/// <summary>One rejected row for programs, as a line of the file that <c>import --rejects rejects.jsonl</c> writes.</summary>
/// <param name="Source">The address book.</param>
/// <param name="Record">Data record, from 1.</param>
/// <param name="Line">Physical line on which the record starts, from 1.</param>
/// <param name="Problems">Why it was rejected; the first decided.</param>
/// <param name="Text">The row as it stands in the file, or null where it is too large to be kept; personal.</param>
public sealed record RejectLine(string Source, int Record, int Line, IReadOnlyList<RecordProblem> Problems, string? Text)
{
    /// <summary>Version of the line's schema.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The line of a rejected row.</summary>
    public static RejectLine Of(RejectedRow row, string? text) => new(row.Location.Source, row.Location.Record, row.Location.Line, row.Problems, text);

    /// <summary>Says nothing of the row: it is personal.</summary>
    public override string ToString() => $"{Source}:{Line}";
}
