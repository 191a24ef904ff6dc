using System.CommandLine;
using Beeper.Resolver.Importing;

namespace Beeper.Resolver.Cli.Commands;

/// <summary>The options that say how address books are read where their content does not tell.</summary>
internal sealed class BookOptions
{
    private readonly Option<string[]> _map = new("--map") { Description = "What a column holds, by header or number: 'Cell #=phone:mobile', '#3=email', 'Chat=handle:telegram', 'Fax=ignore'; may be repeated.", HelpName = "H=FIELD[:LABEL]" };
    private readonly Option<string?> _mapFile = new("--map-file") { Description = "A file of such mappings, one per line.", HelpName = "F" };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "Text encoding or code page, such as windows-1252. Default: detected.", HelpName = "X" };
    private readonly Option<string?> _separator = new("--separator") { Description = "comma, semicolon, tab, bar or a character. Default: detected.", HelpName = "X" };
    private readonly Option<bool> _searchNotes = new("--search-notes") { Description = "Look for lines such as 'telegram: @name' in notes." };
    private readonly Option<string?> _maxRejects = new("--max-rejects") { Description = "Damaged rows a file may have before it is not imported at all. Default: 5%.", HelpName = "N|P%" };

    public void AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_map, _mapFile, _encoding, _separator, _searchNotes, _maxRejects])
            command.Add(option);
    }

    /// <exception cref="AddressBookException">A value makes no sense.</exception>
    public AddressBookOptions Read(ParseResult parsed) => new()
    {
        Columns = [.. (parsed.GetValue(_map) ?? []).Select(ColumnMapping.Parse), .. parsed.GetValue(_mapFile) is { } file ? ColumnMapping.ReadFile(file) : []],
        Encoding = parsed.GetValue(_encoding) is { } encoding ? AddressBookOptions.FindEncoding(encoding) : null,
        Separator = parsed.GetValue(_separator) is { } separator ? AddressBookOptions.FindSeparator(separator) : null,
        SearchNotes = parsed.GetValue(_searchNotes),
        MaxRejects = parsed.GetValue(_maxRejects) is { } most ? RejectLimit.Parse(most) : RejectLimit.Default,
    };
}
