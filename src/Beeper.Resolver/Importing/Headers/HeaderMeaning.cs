namespace Beeper.Resolver.Importing.Headers;

/// <summary>What a header word means in some languages.</summary>
/// <param name="Key">The field's name in the data file.</param>
/// <param name="Languages">The languages in which it means that.</param>
internal sealed record HeaderMeaning(string Key, IReadOnlyList<string> Languages)
{
    /// <summary>The field.</summary>
    public AddressField Field => Key switch
    {
        "given" => AddressField.GivenName,
        "middle" => AddressField.MiddleName,
        "family" => AddressField.FamilyName,
        "prefix" => AddressField.Prefix,
        "suffix" => AddressField.Suffix,
        "full" => AddressField.FullName,
        "nick" => AddressField.Nickname,
        "org" => AddressField.Organization,
        "email" or "email2" or "email3" => AddressField.Email,
        "email_type" => AddressField.EmailType,
        "email_name" => AddressField.EmailName,
        "country_home" or "country_work" or "country_other" or "country" => AddressField.Country,
        "web" => AddressField.Url,
        "im" => AddressField.Messaging,
        "username" => AddressField.Username,
        "text" => AddressField.FreeText,
        "notes" => AddressField.Notes,
        "deleted" => AddressField.Deleted,
        "role" or "groups" or "assistant" or "other_person" => AddressField.Ignored,
        _ => AddressField.Phone,
    };

    /// <summary>The label of the column's values, or null.</summary>
    public string? Label => Key switch
    {
        "mobile" or "radio" => "mobile",
        "home" or "home2" or "country_home" => "home",
        "work" or "work2" or "country_work" => "work",
        "other" or "country_other" => "other",
        "main" or "company" or "car" or "callback" or "pager" => Key,
        "homefax" => "home fax",
        "workfax" => "work fax",
        "otherfax" => "fax",
        _ => null,
    };

    /// <summary>Why the column is not read, or null.</summary>
    public string? Why => Key switch
    {
        "assistant" or "other_person" => "another person's",
        "role" or "groups" => "not needed to find a chat",
        _ => null,
    };
}
