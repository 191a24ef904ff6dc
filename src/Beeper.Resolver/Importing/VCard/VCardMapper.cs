using Beeper.Resolver.Importing.Headers;
using Beeper.Resolver.Importing.Values;

namespace Beeper.Resolver.Importing.VCard;

/// <summary>The properties of a card to a source record: names, phones, mail addresses, messaging addresses of every spelling, and the countries of its addresses.</summary>
internal sealed class VCardMapper(string? fileRegion, bool searchNotes)
{
    private readonly RowParts _row = new(fileRegion);

    /// <summary>The card as a record, or as a rejection when it holds nothing or is a group of people.</summary>
    public AddressBookRow Map(List<VCardProperty> card, SourceLocation location)
    {
        _row.Clear();
        if (card.Exists(static property => property.Name is "KIND" or "X-ADDRESSBOOKSERVER-KIND" && property.Value.Trim().Equals("group", StringComparison.OrdinalIgnoreCase)))
            return new AddressBookRow(null, _row.ToRejected(location, "ROW_GROUP"));
        foreach (var property in card)
        {
            if (property.Value.Contains('\uFFFD', StringComparison.Ordinal) && property.Name is "FN" or "N" or "TEL" or "EMAIL" or "IMPP")
                return new AddressBookRow(null, _row.ToRejected(location, "ROW_DAMAGED_TEXT", property.Name));
            Add(card, property);
        }
        return _row.IsEmpty ? new AddressBookRow(null, _row.ToRejected(location, "ROW_NO_CONTENT")) : new AddressBookRow(_row.ToRecord(location), null);
    }

    private void Add(List<VCardProperty> card, VCardProperty property)
    {
        var raw = property.Value;
        if (raw.Contains('\0', StringComparison.Ordinal))
        {
            _row.AddProblem("TEXT_NUL", property.Name, 0, VCardProperty.Unescape(raw));
            // A name is read without it; an identifier with a NUL in it was cut or joined and is none.
            if (property.Name is not ("FN" or "N" or "NICKNAME" or "ORG"))
                return;
            raw = raw.Replace("\0", "", StringComparison.Ordinal);
        }
        var value = VCardProperty.Unescape(raw);
        if (value.Length == 0)
            return;
        switch (property.Name)
        {
            case "FN":
                _row.SetName(AddressField.FullName, value);
                break;
            case "N":
                AddName(VCardProperty.Components(raw));
                break;
            case "NICKNAME":
                _row.SetName(AddressField.Nickname, VCardProperty.First(raw));
                break;
            case "ORG":
                _row.SetName(AddressField.Organization, VCardProperty.Components(raw)[0]);
                break;
            case "TEL":
                ValueCells.AddPhones(_row, Column(property), value, VCardLabels.Of(card, property));
                break;
            case "EMAIL":
                ValueCells.AddEmails(_row, Column(property), value, VCardLabels.Of(card, property), null, null);
                break;
            case "ADR":
                AddAddress(card, property);
                break;
            case "URL":
                ValueCells.AddUrls(_row, Column(property), value);
                break;
            case "NOTE" when searchNotes:
                ValueCells.AddFreeText(_row, Column(property) with { Field = AddressField.Notes }, value);
                break;
            case "X-ANDROID-CUSTOM":
                AddAndroid(VCardProperty.Components(property.Value));
                break;
            default:
                VCardHandles.Add(_row, Column(property), property, value);
                break;
        }
    }

    private void AddName(string[] parts)
    {
        ReadOnlySpan<AddressField> fields = [AddressField.FamilyName, AddressField.GivenName, AddressField.MiddleName, AddressField.Prefix, AddressField.Suffix];
        for (var index = 0; index < Math.Min(parts.Length, fields.Length); index++)
            _row.SetName(fields[index], parts[index]);
    }

    private void AddAddress(List<VCardProperty> card, VCardProperty property)
    {
        var country = VCardProperty.Components(property.Value).ElementAtOrDefault(6);
        // Apple writes the country's code beside the address, in a property of the same group.
        var code = property.Group is null ? null : card.Find(other => other.Group == property.Group && other.Name == "X-ABADR")?.Value;
        _row.Countries.AddCountry(VCardLabels.Of(card, property).Label, CountryNames.Region(country) ?? CountryNames.Region(code));
    }

    private void AddAndroid(string[] parts)
    {
        if (parts is ["vnd.android.cursor.item/nickname", { Length: > 0 } nickname, ..])
            _row.SetName(AddressField.Nickname, nickname);
    }

    private static MappedColumn Column(VCardProperty property) => new(-1, property.Name, AddressField.Ignored, null, NetworkWords.Network(property.Name), -1, -1, -1);
}
