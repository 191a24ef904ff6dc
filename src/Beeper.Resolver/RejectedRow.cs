namespace Beeper.Resolver;

/// <summary>A row that could not become a <see cref="SourceRecord"/>; it is counted and listed, and never stops the file.</summary>
/// <param name="Location">Where the row stands.</param>
/// <param name="Problems">At least one problem whose code starts with <c>ROW_</c>.</param>
public sealed record RejectedRow(SourceLocation Location, IReadOnlyList<RecordProblem> Problems);
