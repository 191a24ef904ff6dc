namespace Beeper.Resolver.Normalization;

/// <summary>Whose mailbox an address is, as far as its local part tells.</summary>
public enum EmailRoleKind
{
    /// <summary>A person's, as far as can be seen.</summary>
    None,

    /// <summary>A function's, such as <c>info</c> or <c>sales</c>.</summary>
    Role,

    /// <summary>Nobody's: mail to it is not read.</summary>
    NoReply,
}
