namespace Beeper.Resolver.Sandbox;

/// <summary>The dialects of the API, named after how a direct chat is started.</summary>
public enum SandboxDialect
{
    /// <summary>No start; reports app 4.2.500.</summary>
    Create,

    /// <summary><c>POST /v1/chats</c> with <c>mode=start</c>; reports app 4.2.600.</summary>
    Mode,

    /// <summary><c>POST /v1/chats/start</c>; reports app 4.3.73.</summary>
    Start,
}
