namespace Beeper.Resolver.Desktop;

/// <summary>The end of one start or create.</summary>
/// <param name="Kind">How it ended.</param>
public sealed record StartResult(StartResultKind Kind)
{
    /// <summary>Code of the error when a network starts a chat only with a first message.</summary>
    public const string NeedsMessageCode = "needs_message_text";

    /// <summary>The chat's ID; never null when <see cref="Kind"/> is <see cref="StartResultKind.Started"/>.</summary>
    public string? ChatId { get; init; }

    /// <summary>Whether the chat was there before; null when the app does not say.</summary>
    public ChatStatus? Status { get; init; }

    /// <summary>The participants the answer lists; empty when it lists none.</summary>
    public IReadOnlyList<NetworkUser> Participants { get; init; } = [];

    /// <summary>The error; null when started.</summary>
    public ResolutionError? Error { get; init; }

    /// <summary>How long to wait before another request, from <c>retry-after-ms</c> or <c>Retry-After</c>; null when absent or unusable.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether an error came in the API's envelope; a route that is not there answers without.</summary>
    internal bool HasEnvelope { get; init; }

    /// <summary>What a refusal complains about, for telling dialects apart; may repeat what was sent and is never shown.</summary>
    internal string Names { get; init; } = "";
}
