namespace Beeper.Resolver.Importing;

/// <summary>How a file was understood, for showing to its owner.</summary>
/// <param name="Format">Name of the format, such as <c>google</c> or <c>plain</c>.</param>
/// <param name="Encoding">Name of the text encoding.</param>
/// <param name="Separator">The field separator.</param>
/// <param name="HeaderLine">Physical line of the header, from 1.</param>
/// <param name="Columns">The columns in order.</param>
public sealed record AddressBookLayout(string Format, string Encoding, char Separator, int HeaderLine, IReadOnlyList<AddressBookColumn> Columns);
