namespace Beeper.Resolver.Desktop;

/// <summary>The forms in which app versions know a start.</summary>
public enum StartDialectKind
{
    /// <summary>Find out from the app.</summary>
    Auto,

    /// <summary>No start (apps before 4.2.557): contact search and create stand in.</summary>
    Create,

    /// <summary><c>POST /v1/chats</c> with <c>mode=start</c> (apps 4.2.557 to 4.2.807).</summary>
    Mode,

    /// <summary><c>POST /v1/chats/start</c> (apps from 4.2.808).</summary>
    Start,
}
