namespace Beeper.Resolver.Importing.Values;

/// <summary>What a row's cells gave so far. One for all rows; cleared between them.</summary>
internal sealed class RowParts(string? fileRegion)
{
    private readonly List<PendingValue> _values = [];
    private readonly string?[] _names = new string?[(int)AddressField.Organization + 1];
    private List<RecordProblem>? _problems;
    private string? _otherName;

    /// <summary>The countries of the row.</summary>
    public RowCountries Countries { get; } = new(fileRegion);

    /// <summary>Whether the row names nobody and holds nothing to resolve.</summary>
    public bool IsEmpty => _values.Count == 0 && Array.TrueForAll(_names, static name => name is null);

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        _values.Clear();
        Array.Clear(_names);
        _problems = null;
        _otherName = null;
        Countries.Clear();
    }

    /// <summary>Takes a name cell; where several columns feed one part, the first that is filled wins.</summary>
    public void SetName(AddressField field, string cell)
    {
        if (cell.Length > 0)
            _names[(int)field] ??= cell;
    }

    /// <summary>A name beside a value, for a row that has none of its own; the first wins.</summary>
    public void NameOtherwise(string? name) => _otherName ??= name;

    /// <summary>Takes one value.</summary>
    public void Add(in PendingValue value)
    {
        if (value.Kind == SourceValueKind.Phone)
            Countries.AddNumber(value.Text);
        _values.Add(value);
    }

    /// <summary>Takes a reason why something was not used.</summary>
    public void AddProblem(string code, string? column, int field, string? raw) => (_problems ??= []).Add(new RecordProblem(code, column, raw) { Field = field });

    /// <summary>The row as a record.</summary>
    public SourceRecord ToRecord(SourceLocation location) => new()
    {
        Location = location,
        Name = ToName(),
        Organization = _names[(int)AddressField.Organization],
        Values = ToValues(),
        Problems = _problems is null ? [] : _problems,
    };

    /// <summary>The row as a rejection with the code first.</summary>
    public RejectedRow ToRejected(SourceLocation location, string code, string? column = null, int field = 0) =>
        new(location, [new RecordProblem(code, column, null) { Field = field }, .. _problems ?? []]);

    private SourceName ToName()
    {
        if (Array.TrueForAll(_names, static name => name is null))
            return _otherName is null ? SourceName.Empty : new SourceName { Full = _otherName };
        return new SourceName
        {
            Full = _names[(int)AddressField.FullName],
            Prefix = _names[(int)AddressField.Prefix],
            Given = _names[(int)AddressField.GivenName],
            Middle = _names[(int)AddressField.MiddleName],
            Family = _names[(int)AddressField.FamilyName],
            Suffix = _names[(int)AddressField.Suffix],
            Nickname = _names[(int)AddressField.Nickname],
        };
    }

    private SourceValue[] ToValues()
    {
        if (_values.Count == 0)
            return [];
        var values = new SourceValue[_values.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var value = _values[index];
            values[index] = new SourceValue(value.Kind, value.Text, value.Column)
            {
                Label = value.Label,
                Primary = value.Primary,
                Network = value.Network,
                Region = value.Kind == SourceValueKind.Phone ? Countries.For(value.Text, value.Label) : null,
            };
        }
        return values;
    }
}
