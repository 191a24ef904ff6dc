namespace Beeper.Resolver.Desktop;

/// <summary>One create: make a chat with known user IDs.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Type"><c>single</c> (exactly one participant) or <c>group</c>.</param>
/// <param name="ParticipantIds">User IDs of the network; at least one.</param>
public sealed record CreateRequest(string AccountId, string Type, IReadOnlyList<string> ParticipantIds)
{
    /// <summary>The title; most networks ignore it for single chats.</summary>
    public string? Title { get; init; }

    /// <summary>A first message; null (the default) sends none.</summary>
    public string? MessageText { get; init; }
}
