namespace Beeper.Resolver.Importing;

/// <summary>How a file was understood, for showing to its owner.</summary>
/// <param name="Format">Name of the format, such as <c>google</c>, <c>vcard-3.0</c> or <c>plain</c>.</param>
/// <param name="Encoding">Name of the text encoding.</param>
/// <param name="Separator">The field separator; a NUL for vCards.</param>
/// <param name="HeaderLine">Physical line of the header, from 1; 0 without one.</param>
/// <param name="Columns">The columns in order; empty for vCards.</param>
public sealed record AddressBookLayout(string Format, string Encoding, char Separator, int HeaderLine, IReadOnlyList<AddressBookColumn> Columns)
{
    /// <summary>Whether every line is one quoted field that holds the whole row.</summary>
    public bool WholeLineQuoted { get; init; }

    /// <summary>The region that most numbers with a country code at the start of the file have, or null when none has a majority.</summary>
    public string? Region { get; init; }

    /// <summary>The separator in words: <c>comma</c>, <c>semicolon</c>, <c>tab</c>, <c>bar</c>, <c>none</c> or the character.</summary>
    public string SeparatorName => Separator switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        '\0' or '\u001F' => "none",
        _ => Separator.ToString(),
    };
}
