namespace Beeper.Resolver;

/// <summary>What the address book says a raw value is.</summary>
public enum SourceValueKind
{
    /// <summary>A phone number in any notation.</summary>
    Phone,

    /// <summary>An e-mail address, possibly as <c>Name &lt;address&gt;</c> or <c>mailto:</c>.</summary>
    Email,

    /// <summary>A handle on the network in <see cref="SourceValue.Network"/>.</summary>
    Handle,

    /// <summary>A web address that may be a profile page; anything else in it is ignored.</summary>
    Url,
}
