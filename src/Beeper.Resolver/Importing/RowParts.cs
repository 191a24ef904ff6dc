namespace Beeper.Resolver.Importing;

/// <summary>What a row's cells gave so far.</summary>
internal sealed class RowParts
{
    private string? _full;
    private string? _prefix;
    private string? _given;
    private string? _middle;
    private string? _family;
    private string? _suffix;
    private string? _nickname;
    private string? _organization;

    public List<SourceValue> Values { get; } = [];

    public List<RecordProblem> Problems { get; } = [];

    /// <summary>Whether the row names nobody and holds nothing to resolve.</summary>
    public bool IsEmpty => Values.Count == 0 && Problems.Count == 0 && (_full ?? _given ?? _middle ?? _family ?? _nickname ?? _organization) is null;

    /// <summary>Takes a name cell; where several columns feed one part, the first that is filled wins.</summary>
    public void SetName(AddressField field, string cell)
    {
        switch (field)
        {
            case AddressField.FullName:
                _full ??= cell;
                break;
            case AddressField.Prefix:
                _prefix ??= cell;
                break;
            case AddressField.GivenName:
                _given ??= cell;
                break;
            case AddressField.MiddleName:
                _middle ??= cell;
                break;
            case AddressField.FamilyName:
                _family ??= cell;
                break;
            case AddressField.Suffix:
                _suffix ??= cell;
                break;
            case AddressField.Nickname:
                _nickname ??= cell;
                break;
            case AddressField.Organization:
                _organization ??= cell;
                break;
        }
    }

    public SourceRecord ToRecord(SourceLocation location) => new()
    {
        Location = location,
        Name = new SourceName { Full = _full, Prefix = _prefix, Given = _given, Middle = _middle, Family = _family, Suffix = _suffix, Nickname = _nickname },
        Organization = _organization,
        Values = Values,
        Problems = Problems,
    };
}
