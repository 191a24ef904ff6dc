using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox;

/// <summary>One request as the server received it.</summary>
public sealed record JournalEntry
{
    /// <summary>Number of the request, from 1.</summary>
    public int N { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path, unescaped.</summary>
    public required string Path { get; init; }

    /// <summary>Query as sent.</summary>
    public required string Query { get; init; }

    /// <summary>The account it names, or null.</summary>
    [JsonPropertyName("accountID")]
    public string? AccountId { get; init; }

    /// <summary>Headers by name in lower case; of <c>authorization</c> only the scheme.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Body as text; null when there was none or it was not read.</summary>
    public string? Body { get; init; }

    /// <summary>Status answered; null while the answer is pending and when the connection was dropped.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the connection was dropped.</summary>
    public bool Dropped { get; init; }
}
