namespace Beeper.Resolver.Importing;

/// <summary>What a column holds.</summary>
public enum AddressField
{
    /// <summary>Nothing the resolver uses, or somebody else's data (assistant, owner, spouse).</summary>
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

    /// <summary>A handle on the column's network.</summary>
    Handle,

    /// <summary>A handle whose network another cell of the same number names.</summary>
    NetworkHandle,

    /// <summary>The network of the handle of the same number.</summary>
    HandleNetwork,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A country of the row.</summary>
    Country,

    /// <summary>The label of the country of the same number.</summary>
    CountryLabel,
}
