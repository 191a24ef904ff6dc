namespace Beeper.Resolver.Desktop;

/// <summary>What <c>GET /v1/chats/search</c> is asked; absent members are not sent.</summary>
public sealed record ChatSearch
{
    /// <summary>Literal words, all of which must match; null for all chats.</summary>
    public string? Query { get; init; }

    /// <summary><c>titles</c> or <c>participants</c>; null for the server's default, titles.</summary>
    public string? Scope { get; init; }

    /// <summary><c>single</c>, <c>group</c> or <c>any</c>; null for any.</summary>
    public string? Type { get; init; }

    /// <summary>The accounts to search; empty for all.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Chats per page, 1 to 200; null for the server's default, 50.</summary>
    public int? Limit { get; init; }
}
