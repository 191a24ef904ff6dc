using System.Text;

namespace Beeper.Resolver.Importing;

/// <summary>How an address book is read where its content does not tell.</summary>
public sealed record AddressBookOptions
{
    /// <summary>Text encoding; null (the default) detects it.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Field separator; null (the default) detects comma, semicolon, tab or bar.</summary>
    public char? Separator { get; init; }

    /// <summary>The source's name in all output; null (the default) takes the file's name without its folder.</summary>
    public string? SourceName { get; init; }

    /// <summary>The largest record in bytes; a larger one stops the file with an error. Default 1 MiB.</summary>
    public int MaxRecordSize { get; init; } = 1 << 20;
}
