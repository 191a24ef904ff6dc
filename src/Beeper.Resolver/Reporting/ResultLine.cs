using System.Text.Json.Serialization;

namespace Beeper.Resolver.Reporting;

/// <summary>One result line, in the names and order of its schema (<c>docs/result.schema.json</c>).</summary>
public sealed record ResultLine
{
    /// <summary>Version of the line's schema.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The contact.</summary>
    public required ContactPart Contact { get; init; }

    /// <summary>The account, or null for a contact no account can resolve.</summary>
    public AccountPart? Account { get; init; }

    /// <summary>What was decided.</summary>
    public Decision Decision { get; init; }

    /// <summary>How it ended; null only in a plan.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What gave the outcome.</summary>
    public ResolvedVia? Via { get; init; }

    /// <summary>The chat's ID; only that of a resolved contact.</summary>
    [JsonPropertyName("chatID")]
    public string? ChatId { get; init; }

    /// <summary>Whether the chat was there before.</summary>
    public ChatStatus? Status { get; init; }

    /// <summary>The person found.</summary>
    public UserPart? User { get; init; }

    /// <summary>The identifier that was tried or found.</summary>
    public IdentifierPart? Identifier { get; init; }

    /// <summary>0 to 100.</summary>
    public double? Score { get; init; }

    /// <summary>The reasons.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Requests made for this contact on this account in this run.</summary>
    public RequestsPart Requests { get; init; } = new(0, 0);

    /// <summary>The error of a failed or unknown outcome.</summary>
    public ErrorPart? Error { get; init; }

    /// <summary>The line of a resolution.</summary>
    public static ResultLine Of(Contact contact, Resolution resolution) => new()
    {
        Contact = new ContactPart(contact.Key, contact.Name, [.. contact.Records.Select(static record => record.Location)]),
        Account = resolution.Account is { } account ? new AccountPart(account.Id, account.Network) : null,
        Decision = resolution.Decision,
        Outcome = resolution.Outcome,
        Via = resolution.Via,
        ChatId = resolution.Outcome == Resolver.Outcome.Resolved ? resolution.ChatId : null,
        Status = resolution.Status,
        User = resolution.User is { } user ? new UserPart(user.Id, user.FullName) : null,
        Identifier = resolution.Identifier is { } identifier ? new IdentifierPart(identifier.Kind, identifier.Value) : null,
        Score = resolution.Score,
        Evidence = resolution.Evidence,
        Requests = new RequestsPart(resolution.Lookups, resolution.Starts),
        Error = resolution.Error is { } error ? new ErrorPart(error.Code, error.Message, error.Status) : null,
    };

    /// <summary>The contact of a line.</summary>
    /// <param name="Key">The contact's key.</param>
    /// <param name="Name">The contact's name.</param>
    /// <param name="Records">Where its records stand.</param>
    public sealed record ContactPart(string Key, string Name, IReadOnlyList<SourceLocation> Records);

    /// <summary>The account of a line.</summary>
    /// <param name="Id">The account's ID.</param>
    /// <param name="Network">The canonical network key.</param>
    public sealed record AccountPart(string Id, string Network);

    /// <summary>The person of a line.</summary>
    /// <param name="Id">The network's user ID.</param>
    /// <param name="FullName">The name the network shows.</param>
    public sealed record UserPart(string Id, string? FullName);

    /// <summary>The identifier of a line.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="Value">The normal form.</param>
    public sealed record IdentifierPart(IdentifierKind Kind, string Value);

    /// <summary>The requests of a line.</summary>
    /// <param name="Lookups">Contact searches.</param>
    /// <param name="Starts">Starts.</param>
    public sealed record RequestsPart(int Lookups, int Starts);

    /// <summary>The error of a line.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Message">What happened and what to do.</param>
    /// <param name="Status">The HTTP status, or null.</param>
    public sealed record ErrorPart(string Code, string Message, int? Status);
}
