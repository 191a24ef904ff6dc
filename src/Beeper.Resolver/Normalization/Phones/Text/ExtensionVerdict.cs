namespace Beeper.Resolver.Normalization.Phones.Text;

/// <summary>What looking for an extension has settled.</summary>
internal enum ExtensionVerdict : byte
{
    /// <summary>No extension begins here; there may be one further on.</summary>
    NotHere,

    /// <summary>The rest of the text is an extension.</summary>
    Found,

    /// <summary>Neither number nor extension can hold what follows.</summary>
    NotANumber,

    /// <summary>libphonenumber has to be asked.</summary>
    Unsure,
}
