namespace Beeper.Resolver.Normalization;

/// <summary>
/// Brings a record's identifiers into normal form. Values that give none become problems with a code; exact repetitions collapse into the
/// first, keeping the better label. Pure: the same record gives the same result everywhere.
/// </summary>
public sealed class RecordNormalizer(NormalizationOptions options)
{
    /// <summary>The normalised record.</summary>
    public NormalizedRecord Normalize(SourceRecord record)
    {
        var identifiers = new List<RecordIdentifier>(record.Values.Count);
        var problems = record.Problems.Count == 0 ? [] : new List<RecordProblem>(record.Problems);
        string? region = null;
        foreach (var value in record.Values)
        {
            if (value.Kind == SourceValueKind.Phone)
                AddPhone(value, value.Region ?? (region ??= RowRegion(record)) ?? options.DefaultRegion, identifiers, problems);
            else if (value.Kind == SourceValueKind.Email)
                AddEmail(value, identifiers, problems);
            else
                AddHandle(value, identifiers, problems);
        }
        return new NormalizedRecord
        {
            Location = record.Location,
            Name = DisplayName.Of(record.Name),
            Nickname = DisplayName.Tidy(record.Name.Nickname) is { Length: > 0 } nickname ? nickname : null,
            Organization = DisplayName.Tidy(record.Organization) is { Length: > 0 } organization ? organization : null,
            Identifiers = identifiers,
            Problems = problems,
        };
    }

    // The country of the row's first number that carries one.
    private static string? RowRegion(SourceRecord record)
    {
        foreach (var value in record.Values)
        {
            if (value.Kind == SourceValueKind.Phone && AddressBookPhone.Normalize(value.Text, null) is { Problem: null, Region: { } region } && region != "001")
                return region;
        }
        return null;
    }

    private static void AddPhone(SourceValue value, string? region, List<RecordIdentifier> identifiers, List<RecordProblem> problems)
    {
        if (value.Text.Contains('/', StringComparison.Ordinal) && ProfileUrl.Parse(value.Text) is { Kind: IdentifierKind.Phone } linked)
        {
            AddPhone(value with { Text = linked.Value, Network = value.Network ?? linked.Network }, region, identifiers, problems);
            return;
        }
        var phone = AddressBookPhone.Normalize(value.Text, region);
        if (phone.Problem is { } code)
        {
            problems.Add(new RecordProblem(code, value.Column, value.Text));
            return;
        }
        Add(identifiers, new RecordIdentifier(new Identifier(IdentifierKind.Phone, phone.E164!, value.Network), value.Text)
        {
            Label = value.Label,
            Primary = value.Primary,
            Region = phone.Region,
            Valid = phone.Valid,
            Type = phone.Type,
            International = phone.International,
        });
    }

    private static void AddEmail(SourceValue value, List<RecordIdentifier> identifiers, List<RecordProblem> problems)
    {
        var email = EmailNormalizer.Normalize(value.Text);
        if (email.Problem is { } code)
            problems.Add(new RecordProblem(code, value.Column, value.Text));
        else
            Add(identifiers, new RecordIdentifier(new Identifier(IdentifierKind.Email, email.Address!), value.Text) { Label = value.Label, Primary = value.Primary });
    }

    private static void AddHandle(SourceValue value, List<RecordIdentifier> identifiers, List<RecordProblem> problems)
    {
        var identifier = value.Network is { } network ? UsernameNormalizer.Normalize(value.Text, network) : ProfileUrl.Parse(value.Text);
        if (identifier is { Kind: IdentifierKind.Phone } phone)
            AddPhone(new SourceValue(SourceValueKind.Phone, phone.Value, value.Column) { Label = value.Label, Network = phone.Network }, null, identifiers, problems);
        else if (identifier is { } known)
            Add(identifiers, new RecordIdentifier(known, value.Text) { Label = value.Label, Primary = value.Primary });
        else if (value.Kind == SourceValueKind.Handle)
            problems.Add(new RecordProblem("HANDLE_NOT_USABLE", value.Column, value.Text));
    }

    private static void Add(List<RecordIdentifier> identifiers, RecordIdentifier given)
    {
        for (var index = 0; index < identifiers.Count; index++)
        {
            var known = identifiers[index];
            if (known.Identifier != given.Identifier)
                continue;
            identifiers[index] = known with
            {
                Label = known.Label ?? given.Label,
                Primary = known.Primary || given.Primary,
                International = known.International || given.International,
            };
            return;
        }
        identifiers.Add(given);
    }
}
