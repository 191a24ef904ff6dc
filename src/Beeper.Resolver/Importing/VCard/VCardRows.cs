using System.Text;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>
/// The cards of a file as records, version 2.1, 3.0 and 4.0. A card without its end, one that is too large and text between cards are rejected one
/// by one; the file is always read to its end.
/// </summary>
internal sealed class VCardRows : RowSource
{
    private const int LongestText = 1 << 16;

    private readonly VCardLines _lines;
    private readonly string _source;
    private readonly Encoding _unmarked;
    private readonly VCardMapper _mapper;
    private readonly StringBuilder _text = new();
    private readonly int _largestCard;
    private List<VCardProperty> _card = [];
    private long _cardSize;
    private int _record;
    private bool _agentFollows;
    private bool _inAgent;

    public VCardRows(VCardLines lines, string encoding, string source, AddressBookOptions options, Encoding unmarked, VCardSample? sample = null)
    {
        _lines = lines;
        _source = source;
        _unmarked = unmarked;
        _largestCard = options.MaxRecordSize;
        _mapper = new VCardMapper(sample?.Region, options.SearchNotes);
        Layout = new AddressBookLayout(sample?.Version is { } version ? $"vcard-{version}" : "vcard", encoding, '\0', 0, []) { Region = sample?.Region };
    }

    public override AddressBookLayout Layout { get; }

    /// <summary>The version the first card states, or null.</summary>
    public string? Version { get; private set; }

    public override IEnumerable<AddressBookRow> Rows()
    {
        int? start = null;
        int? stray = null;
        while (_lines.Read())
        {
            var line = _lines.Line;
            if (IsOfAgent(line))
                continue;
            if (Is(line, "BEGIN:VCARD"u8))
            {
                if (stray is { } strayLine)
                    yield return Rejected(strayLine, "ROW_OUTSIDE_CARD");
                if (start is { } open)
                    yield return Rejected(open, "ROW_UNCLOSED_CARD");
                stray = null;
                Begin();
                start = _lines.Number;
            }
            else if (start is null)
            {
                if (stray is null)
                    Begin();
                else
                    KeepText();
                stray ??= _lines.Number;
            }
            else if (Is(line, "END:VCARD"u8))
            {
                KeepText();
                yield return _cardSize > _largestCard ? Rejected(start.Value, "ROW_TOO_LARGE") : Map(start.Value);
                start = null;
            }
            else
            {
                Add();
            }
        }
        if (stray is { } last)
            yield return Rejected(last, "ROW_OUTSIDE_CARD");
        if (start is { } unclosed)
            yield return Rejected(unclosed, "ROW_UNCLOSED_CARD");
    }

    public override void Dispose() => _lines.Dispose();

    private static bool Is(ReadOnlySpan<byte> line, ReadOnlySpan<byte> words) => line.Trim(" \t"u8) is var text && Ascii.EqualsIgnoreCase(text, words);

    // In version 2.1 a card may hold another one, its agent's: another person, who is passed over.
    private bool IsOfAgent(ReadOnlySpan<byte> line)
    {
        if (_agentFollows && Is(line, "BEGIN:VCARD"u8))
            _inAgent = true;
        _agentFollows = false;
        if (!_inAgent)
            return false;
        _inAgent = !Is(line, "END:VCARD"u8);
        return true;
    }

    private void Begin()
    {
        _card = [];
        _text.Clear();
        _cardSize = 0;
        KeepText();
    }

    private void Add()
    {
        if (VCardProperty.IsBulky(_lines.Line))
            return;
        KeepText();
        if (_lines.IsCut)
            return;
        // Lines that are no property are the rest of a photo whose lines are not folded.
        if (VCardProperty.Parse(_lines.Line, _unmarked) is not { } property)
            return;
        _cardSize += _lines.Line.Length;
        if (_cardSize > _largestCard)
            return;
        if (property.Name == "AGENT")
            (_agentFollows, _inAgent) = (property.Value.Length == 0, property.Value.Trim().Equals("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase));
        if (property.Name == "VERSION")
            Version ??= property.Value.Trim();
        _card.Add(property);
    }

    private AddressBookRow Map(int line)
    {
        var location = new SourceLocation(_source, ++_record, line);
        var row = _mapper.Map(_card, location);
        return row.Rejected is null ? row : row with { Text = _text.ToString() };
    }

    private AddressBookRow Rejected(int line, string code) =>
        new(null, new RejectedRow(new SourceLocation(_source, ++_record, line), [new RecordProblem(code, null, null)]), _text.ToString());

    private void KeepText()
    {
        if (_text.Length < LongestText)
            _text.Append(Encoding.UTF8.GetString(_lines.Line)).Append('\n');
    }
}
