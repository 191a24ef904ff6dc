namespace Beeper.Resolver.Pipeline;

/// <summary>How a first message ended.</summary>
public enum FirstMessageOutcome
{
    /// <summary>It was sent.</summary>
    Sent,

    /// <summary>It was not needed: the chat holds a message of the owner, or a history too long to tell.</summary>
    NotNeeded,

    /// <summary>The chat or the contact has an entry already, which is sent, dropped or unsettled.</summary>
    AlreadyEntered,

    /// <summary>It was refused; nothing was sent.</summary>
    Refused,

    /// <summary>It was sent and nothing certain is known; it is never sent again by itself.</summary>
    Unknown,

    /// <summary>It was left for a later run.</summary>
    Left,
}
