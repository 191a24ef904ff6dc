using System.Text;

namespace Beeper.Resolver.Importing;

/// <summary>How an address book is read where its content does not tell.</summary>
public sealed record AddressBookOptions
{
    /// <summary>Text encoding; null (the default) detects it.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Field separator, an ASCII character; null (the default) detects comma, semicolon, tab or bar.</summary>
    public char? Separator { get; init; }

    /// <summary>What columns hold, by header or number, before anything is recognised; empty by default.</summary>
    public IReadOnlyList<ColumnMapping> Columns { get; init; } = [];

    /// <summary>The source's name in all output; null (the default) takes the file's name without its folder.</summary>
    public string? SourceName { get; init; }

    /// <summary>The largest record in bytes, at least 1,024; a larger one is rejected and the file read on. Default 1 MiB.</summary>
    public int MaxRecordSize { get; init; } = 1 << 20;

    /// <summary>Whether notes are searched for lines such as <c>telegram: @name</c>. Default false.</summary>
    public bool SearchNotes { get; init; }

    /// <summary>How many damaged rows a file may have before an import of it is given up. Default 5 %.</summary>
    public RejectLimit MaxRejects { get; init; } = RejectLimit.Default;

    /// <summary>The encoding of a name such as <c>windows-1252</c>, <c>utf-16</c> or <c>koi8-r</c>, or of a code page's number.</summary>
    /// <exception cref="AddressBookException">No encoding has the name.</exception>
    public static Encoding FindEncoding(string name)
    {
        System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return int.TryParse(name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page)
                ? System.Text.Encoding.GetEncoding(page)
                : System.Text.Encoding.GetEncoding(name.Trim());
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new AddressBookException("ENCODING_UNKNOWN", $"\"{name}\" is no known text encoding. Name one such as utf-8, utf-16, windows-1252, windows-1251, shift_jis or koi8-r.", error);
        }
    }

    /// <summary>The separator of a word (<c>comma</c>, <c>semicolon</c>, <c>tab</c>, <c>bar</c>) or of the character itself.</summary>
    /// <exception cref="AddressBookException">It is neither.</exception>
    public static char FindSeparator(string text) => text.ToLowerInvariant() switch
    {
        "comma" => ',',
        "semicolon" => ';',
        "tab" or "\\t" => '\t',
        "bar" or "pipe" => '|',
        [var one] when char.IsAscii(one) && !char.IsAsciiLetterOrDigit(one) && one is not ('"' or '\r' or '\n') => one,
        _ => throw new AddressBookException("SEPARATOR_UNKNOWN", $"\"{text}\" is no separator. Name comma, semicolon, tab, bar or one punctuation character."),
    };
}
