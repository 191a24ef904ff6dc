namespace Beeper.Resolver.Desktop;

/// <summary>How a start or create ended, by what is known of its effect.</summary>
public enum StartResultKind
{
    /// <summary>The chat is there.</summary>
    Started,

    /// <summary>The network does not know the identifier; nothing was made.</summary>
    NotFound,

    /// <summary>The request was refused for what it says; nothing was made.</summary>
    Rejected,

    /// <summary>The account is not there any more.</summary>
    AccountMissing,

    /// <summary>The account is not connected, or its state conflicts.</summary>
    Conflict,

    /// <summary>Too many requests; nothing is said about when it may go on unless <see cref="StartResult.RetryAfter"/> is there.</summary>
    Throttled,

    /// <summary>The token is missing or wrong.</summary>
    Unauthorized,

    /// <summary>The token lacks the write scope.</summary>
    Forbidden,

    /// <summary>The address leads elsewhere, which is not followed.</summary>
    Redirected,

    /// <summary>No byte was sent.</summary>
    NotSent,

    /// <summary>The request was sent and nothing certain is known of its effect.</summary>
    Unknown,
}
