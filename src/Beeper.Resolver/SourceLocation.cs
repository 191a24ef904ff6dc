namespace Beeper.Resolver;

/// <summary>Where a source record stands.</summary>
/// <param name="Source">Name of the address book: the file's name without its folder.</param>
/// <param name="Record">Data record, counted from 1; header and preamble are not counted.</param>
/// <param name="Line">Physical line on which the record starts, counted from 1.</param>
public readonly record struct SourceLocation(string Source, int Record, int Line);
