namespace Beeper.Resolver.Desktop;

/// <summary>Any chat of the API.</summary>
/// <param name="Direct">ID, account and participants.</param>
/// <param name="Type"><c>single</c> or <c>group</c>, or a word newer than this client.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="IsMerged">Whether it only groups one person's chats over several networks and holds no messages itself.</param>
public sealed record Chat(DirectChat Direct, string Type, string? Title, bool IsMerged)
{
    /// <summary>The chat's ID only.</summary>
    public override string ToString() => Direct.Id;
}
