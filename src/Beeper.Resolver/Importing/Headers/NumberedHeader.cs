using System.Globalization;

namespace Beeper.Resolver.Importing.Headers;

/// <summary>
/// Columns that come in numbered groups, without a limit on the number: <c>Phone 2 - Label</c>, <c>Email1-Value</c>, <c>Phone2 type</c>,
/// <c>phone_1</c>, <c>Address 1 - Country</c>.
/// </summary>
internal static class NumberedHeader
{
    /// <summary>The column, or null when the header is not of that form.</summary>
    public static AddressBookColumn? Match(int index, string header, List<string> words)
    {
        var at = words.FindIndex(static word => char.IsAsciiDigit(word[0]));
        if (at <= 0 || !int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var part = string.Concat(words.Skip(at + 1));
        var field = Field(string.Concat(words.Take(at)), part);
        if (field is null)
            return null;
        return new AddressBookColumn(index, header, field.Value, number) { Why = field == AddressField.Ignored ? "not needed to find a chat" : null };
    }

    private static AddressField? Field(string group, string part)
    {
        var isLabel = part is "label" or "type" or "kind" or "typ";
        var isValue = part is "value" or "";
        switch (group)
        {
            case "phone" or "phonenumber" or "telephone" or "tel":
                return isLabel ? AddressField.PhoneLabel : isValue || part is "number" or "phone" ? AddressField.Phone : AddressField.Ignored;
            case "email" or "emailaddress" or "mail":
                return isLabel ? AddressField.EmailLabel : isValue || part is "address" or "email" ? AddressField.Email : part == "displayname" ? AddressField.EmailName : AddressField.Ignored;
            case "im" or "instantmessage":
                return part is "service" or "protocol" ? AddressField.Service : isValue || part is "handle" or "username" ? AddressField.ServiceHandle : AddressField.Ignored;
            case "customfield":
                return isLabel ? AddressField.CustomLabel : isValue ? AddressField.CustomValue : AddressField.Ignored;
            case "website" or "url" or "web" or "webpage" or "socialprofile":
                return isValue || part is "url" ? AddressField.Url : AddressField.Ignored;
            case "address":
                return isLabel ? AddressField.CountryLabel : part is "country" or "countrycode" ? AddressField.Country : AddressField.Ignored;
            case "organization":
                return part == "name" ? AddressField.Organization : AddressField.Ignored;
            case "relation" or "event":
                return AddressField.Ignored;
            default:
                return null;
        }
    }
}
