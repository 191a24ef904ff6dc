namespace Beeper.Resolver.Ranking;

/// <summary>A person an account already knows: from its direct chats or its contact list.</summary>
/// <param name="User">The person.</param>
/// <param name="Chat">The most recent direct chat with them, or null.</param>
/// <param name="InContacts">Whether the contact list has them.</param>
public sealed record ListedPerson(NetworkUser User, DirectChat? Chat, bool InContacts)
{
    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => Chat is null ? "listed without chat" : "listed with chat";
}
