namespace Beeper.Resolver.Importing;

/// <summary>What a column holds.</summary>
public enum AddressField
{
    /// <summary>Nothing the resolver reads; <see cref="AddressBookColumn.Why"/> says why.</summary>
    Ignored,

    /// <summary>Full or display name.</summary>
    FullName,

    /// <summary>Honorific.</summary>
    Prefix,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Middle names.</summary>
    MiddleName,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Suffix.</summary>
    Suffix,

    /// <summary>Nickname.</summary>
    Nickname,

    /// <summary>Organisation.</summary>
    Organization,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>The label of the phone of the same number.</summary>
    PhoneLabel,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>The label of the e-mail address of the same number.</summary>
    EmailLabel,

    /// <summary>The kind of the e-mail address of the same number: SMTP or EX.</summary>
    EmailType,

    /// <summary>The display name of the e-mail address of the same number, which may repeat the address in brackets.</summary>
    EmailName,

    /// <summary>A handle on the column's network.</summary>
    Handle,

    /// <summary>A handle whose network nobody names.</summary>
    Username,

    /// <summary>A messaging address of any network.</summary>
    Messaging,

    /// <summary>A messaging address whose network the cell of the same number names.</summary>
    ServiceHandle,

    /// <summary>The network of the messaging address of the same number.</summary>
    Service,

    /// <summary>A field of the owner's making.</summary>
    CustomValue,

    /// <summary>The name of the owner's field of the same number.</summary>
    CustomLabel,

    /// <summary>Free text that may hold a line such as <c>telegram: @name</c>.</summary>
    FreeText,

    /// <summary>Notes; searched like free text only when asked.</summary>
    Notes,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A country of the row.</summary>
    Country,

    /// <summary>The label of the country of the same number.</summary>
    CountryLabel,

    /// <summary>Whether the row was deleted in the program that wrote it.</summary>
    Deleted,
}
