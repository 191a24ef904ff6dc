namespace Beeper.Resolver.Importing.Csv;

/// <summary>How a table begins.</summary>
/// <param name="Separator">The field separator.</param>
/// <param name="Columns">What its columns hold.</param>
/// <param name="Header">The header row; null in a table without one.</param>
/// <param name="First">The first row of data where there is no header.</param>
/// <param name="Rows">The first rows of data.</param>
internal sealed record TableStart(char Separator, AddressBookColumn[] Columns, SampleRow? Header, SampleRow? First, IReadOnlyList<string[]> Rows);
