namespace Beeper.Resolver.Normalization;

/// <summary>The codes that say why a text is no e-mail address. They are part of the output and stay as they are.</summary>
public static class EmailProblem
{
    /// <summary>Nothing is left after trimming.</summary>
    public const string Empty = "EMAIL_EMPTY";

    /// <summary>There is no <c>@</c>.</summary>
    public const string NoAt = "EMAIL_NO_AT";

    /// <summary>Several addresses in one value; which one is meant is not guessed.</summary>
    public const string Several = "EMAIL_SEVERAL";

    /// <summary>Nothing stands before the <c>@</c>.</summary>
    public const string NoLocalPart = "EMAIL_NO_LOCAL_PART";

    /// <summary>The local part starts or ends with a dot or has two in a row (RFC 5322 §3.2.3 dot-atom).</summary>
    public const string LocalDot = "EMAIL_LOCAL_DOT";

    /// <summary>The local part has a character that needs quoting, or a quoted one is not closed properly.</summary>
    public const string BadLocalPart = "EMAIL_BAD_LOCAL_PART";

    /// <summary>The local part is longer than 64 octets (RFC 5321 §4.5.3.1.1).</summary>
    public const string LocalTooLong = "EMAIL_LOCAL_TOO_LONG";

    /// <summary>Nothing stands behind the <c>@</c>.</summary>
    public const string NoDomain = "EMAIL_NO_DOMAIN";

    /// <summary>The domain has no dot, such as <c>localhost</c>.</summary>
    public const string DomainWithoutDot = "EMAIL_DOMAIN_WITHOUT_DOT";

    /// <summary>The domain starts with a dot or has two in a row.</summary>
    public const string DomainDot = "EMAIL_DOMAIN_DOT";

    /// <summary>A label of the domain starts or ends with a hyphen (RFC 1123 §2.1).</summary>
    public const string DomainHyphen = "EMAIL_DOMAIN_HYPHEN";

    /// <summary>A label of the domain is longer than 63 octets (RFC 1035 §2.3.4).</summary>
    public const string LabelTooLong = "EMAIL_LABEL_TOO_LONG";

    /// <summary>The domain has a character no host name has, ends in a number, or IDNA refuses it; or an address literal is no IP address.</summary>
    public const string BadDomain = "EMAIL_BAD_DOMAIN";

    /// <summary>The address is longer than 254 octets, the longest path of RFC 5321 §4.5.3.1.3 without its brackets.</summary>
    public const string TooLong = "EMAIL_TOO_LONG";
}
