namespace Beeper.Resolver.Importing.Headers;

/// <summary>
/// Understands a header row by its words, never by position: what the owner says, numbered columns by pattern, the vocabulary in all its languages,
/// names of networks, then single words. Columns of other people's data are left alone.
/// </summary>
internal sealed class HeaderMatcher(IReadOnlyList<ColumnMapping> mappings)
{
    /// <summary>Why a column is not read whose header nobody knows; its content may still tell.</summary>
    public const string Unknown = "header not recognised";

    private static readonly string[] RejectColumns = ["_file", "_line", "_field", "_code", "_message"];

    /// <summary>The columns of a header row.</summary>
    public AddressBookColumn[] Match(IReadOnlyList<string> headers)
    {
        var languages = new HeaderLanguages(headers);
        var columns = new AddressBookColumn[headers.Count];
        for (var index = 0; index < headers.Count; index++)
            columns[index] = Match(index, headers[index], languages);
        HeaderContext.Settle(columns, mappings);
        return columns;
    }

    /// <summary>How many cells of a row are header words somebody listed; tells a header from a row of data.</summary>
    public int Score(IReadOnlyList<string> cells)
    {
        var score = 0;
        foreach (var cell in cells)
        {
            if (cell.Length is 0 or > 80)
                continue;
            if (CellShape.IsValue(cell))
                return 0;
            var words = HeaderFold.Words(cell);
            if (HeaderVocabulary.IsKnown(cell) || NetworkWords.OfHeader(cell, words) is not null || NumberedHeader.Match(0, cell, words) is not null || SaysKind(cell, words) || mappings.Any(mapping => mapping.Number is null && mapping.Names(0, cell)))
                score++;
        }
        return score;
    }

    // A whole header row in one cell, read with another separator, is no header word.
    private static bool SaysKind(string cell, List<string> words) =>
        words.Count <= 4 && !cell.AsSpan().ContainsAny(",;\t|") && TokenRules.Match(0, cell, words) is { Field: AddressField.Phone or AddressField.Email };

    private AddressBookColumn Match(int index, string header, HeaderLanguages languages)
    {
        if (mappings.FirstOrDefault(mapping => mapping.Names(index, header)) is { } mapping)
            return new AddressBookColumn(index, header, mapping.Field, 0, mapping.Label, mapping.Network) { Why = "as told" };
        var words = HeaderFold.Words(header);
        if (words.Count == 0)
            return Ignored(index, header, "no header");
        if (RejectColumns.Contains(header.Trim()))
            return Ignored(index, header, "written by an earlier import");
        var numbered = NumberedHeader.Match(index, header, words);
        return (numbered?.Field == AddressField.Ignored ? null : numbered)
            ?? OfVocabulary(index, header, HeaderFold.Fold(header), languages)
            ?? numbered
            ?? WithoutNumber(index, header, words, languages)
            ?? Reversed(index, header, words, languages)
            ?? OfNetwork(index, header, words)
            ?? OfEntity(index, header, languages)
            ?? TokenRules.Match(index, header, words)
            ?? Ignored(index, header, Unknown);
    }

    private static AddressBookColumn? OfVocabulary(int index, string header, string folded, HeaderLanguages languages)
    {
        if (languages.Choose(HeaderVocabulary.Find(folded)) is not { } meaning)
            return null;
        var number = meaning.Field is AddressField.Email or AddressField.EmailType or AddressField.EmailName ? TokenRules.NumberIn(HeaderFold.Words(header)) : 0;
        return new AddressBookColumn(index, header, meaning.Field, number, meaning.Label) { Why = meaning.Why };
    }

    // name.first, phone.mobile
    private static AddressBookColumn? Reversed(int index, string header, List<string> words, HeaderLanguages languages) =>
        words.Count == 2 && header.Contains('.', StringComparison.Ordinal) ? OfVocabulary(index, header, words[1] + words[0], languages) : null;

    private static AddressBookColumn? OfNetwork(int index, string header, List<string> words) => NetworkWords.OfHeader(header, words) is { } network
        ? NetworkWords.UsesPhones(network) ? new AddressBookColumn(index, header, AddressField.Phone, 0, network, network) : new AddressBookColumn(index, header, AddressField.Handle, 0, null, network)
        : null;

    private static AddressBookColumn? WithoutNumber(int index, string header, List<string> words, HeaderLanguages languages) =>
        words.Count > 1 && char.IsAsciiDigit(words[^1][0]) ? OfVocabulary(index, header, string.Concat(words.SkipLast(1)), languages) : null;

    // CRM exports name the entity first: "Person - Email", "Deal - Title"; only the person's columns are the contact's.
    private AddressBookColumn? OfEntity(int index, string header, HeaderLanguages languages)
    {
        var cut = header.IndexOf(" - ", StringComparison.Ordinal);
        if (cut <= 0)
            return null;
        return header[..cut].Trim().ToLowerInvariant() is "person" or "contact" or "lead"
            ? Match(index, header[(cut + 3)..], languages) with { Header = header }
            : header[..cut].Trim().ToLowerInvariant() is "deal" or "organization" or "company" or "account" ? Ignored(index, header, "not the person's") : null;
    }

    private static AddressBookColumn Ignored(int index, string header, string why) => new(index, header, AddressField.Ignored) { Why = why };
}
