namespace Beeper.Resolver.Normalization;

/// <summary>What the values of one record gave so far. A mutable value that lives as long as one call.</summary>
internal struct RecordFindings(SourceRecord record, string? defaultRegion)
{
    private readonly List<RecordIdentifier> _identifiers = new(record.Values.Count);
    private List<RecordProblem>? _problems = record.Problems.Count == 0 ? null : [.. record.Problems];
    private string? _rowRegion;
    private bool _rowRegionIsKnown;

    public readonly IReadOnlyList<RecordIdentifier> Identifiers => _identifiers;

    public readonly IReadOnlyList<RecordProblem> Problems => _problems is null ? [] : _problems;

    public void Add(SourceValue value)
    {
        switch (value.Kind)
        {
            case SourceValueKind.Phone:
                AddPhone(value);
                break;
            case SourceValueKind.Email:
                AddEmail(value);
                break;
            default:
                AddHandle(value);
                break;
        }
    }

    private void AddPhone(SourceValue value)
    {
        if (value.Text.Contains('/', StringComparison.Ordinal) && ProfileUrl.Parse(value.Text) is { Kind: IdentifierKind.Phone } linked)
            Add(value, linked.Value, null, value.Network ?? linked.Network);
        else
            Add(value, value.Text, value.Text.StartsWith('+') ? null : value.Region ?? RowRegion() ?? defaultRegion, value.Network);
    }

    private void Add(SourceValue value, string text, string? region, string? network)
    {
        var phone = AddressBookPhone.Normalize(text, region);
        if (phone.Problem is { } code)
        {
            Reject(code, value);
            return;
        }
        Add(new RecordIdentifier(new Identifier(IdentifierKind.Phone, phone.E164!, network), value.Text)
        {
            Label = value.Label,
            Primary = value.Primary,
            Region = phone.Region,
            Valid = phone.Valid,
            Type = phone.Type,
            International = phone.International,
        });
    }

    private void AddEmail(SourceValue value)
    {
        var email = EmailNormalizer.Normalize(value.Text);
        if (email.Problem is { } code)
            Reject(code, value);
        else
            Add(new RecordIdentifier(new Identifier(IdentifierKind.Email, email.Address!, value.Network), value.Text) { Label = value.Label, Primary = value.Primary });
    }

    private void AddHandle(SourceValue value)
    {
        var identifier = value.Network is { } network ? UsernameNormalizer.Normalize(value.Text, network) : ProfileUrl.Parse(value.Text);
        if (identifier is not { } known)
        {
            if (value.Kind == SourceValueKind.Handle)
                Reject("HANDLE_NOT_USABLE", value);
        }
        else if (known.Kind == IdentifierKind.Phone)
        {
            Add(value, known.Value, null, known.Network);
        }
        else
        {
            Add(new RecordIdentifier(known, value.Text) { Label = value.Label, Primary = value.Primary });
        }
    }

    private void Reject(string code, SourceValue value) => (_problems ??= []).Add(new RecordProblem(code, value.Column, value.Text));

    private readonly void Add(RecordIdentifier given)
    {
        for (var index = 0; index < _identifiers.Count; index++)
        {
            var known = _identifiers[index];
            if (known.Identifier != given.Identifier)
                continue;
            _identifiers[index] = known with
            {
                Label = known.Label ?? given.Label,
                Primary = known.Primary || given.Primary,
                International = known.International || given.International,
            };
            return;
        }
        _identifiers.Add(given);
    }

    // The country of the row's first number that carries one.
    private string? RowRegion()
    {
        if (_rowRegionIsKnown)
            return _rowRegion;
        _rowRegionIsKnown = true;
        for (var index = 0; index < record.Values.Count && _rowRegion is null; index++)
        {
            var value = record.Values[index];
            if (value.Kind == SourceValueKind.Phone && MayNameCountry(value.Text)
                && AddressBookPhone.Normalize(value.Text, null) is { Problem: null, Region: { } region } && region != "001")
                _rowRegion = region;
        }
        return _rowRegion;
    }

    // Without a plus or an international prefix a number needs a region to be read at all.
    private static bool MayNameCountry(string text) => text.AsSpan().ContainsAny('+', '＋')
        || text.Contains("00", StringComparison.Ordinal) || text.Contains("011", StringComparison.Ordinal);
}
