namespace Beeper.Resolver;

/// <summary>What is known of one contact on one account: the content of a result line.</summary>
public sealed record Resolution
{
    /// <summary>The contact's key.</summary>
    public required string ContactKey { get; init; }

    /// <summary>The account, or null when no account can reach the contact.</summary>
    public Account? Account { get; init; }

    /// <summary>What was decided.</summary>
    public required Decision Decision { get; init; }

    /// <summary>How it ended; null while a planned start has not been made.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What gave the outcome, or null.</summary>
    public ResolvedVia? Via { get; init; }

    /// <summary>The chat's ID; never null when the outcome is <see cref="Outcome.Resolved"/>.</summary>
    public string? ChatId { get; init; }

    /// <summary>Whether the chat was there before; null when unknown.</summary>
    public ChatStatus? Status { get; init; }

    /// <summary>The person found, or null.</summary>
    public NetworkUser? User { get; init; }

    /// <summary>The identifier that was tried or found, or null.</summary>
    public Identifier? Identifier { get; init; }

    /// <summary>0 to 100, or null where nothing was ranked.</summary>
    public double? Score { get; init; }

    /// <summary>The evidence behind the decision.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Contact searches made for this contact on this account in this run.</summary>
    public int Lookups { get; init; }

    /// <summary>Starts sent for this contact on this account in this run.</summary>
    public int Starts { get; init; }

    /// <summary>The error, or null.</summary>
    public ResolutionError? Error { get; init; }

    /// <summary>What the run before this decision had decided, where it was something else; null otherwise.</summary>
    public EarlierDecision? Earlier { get; init; }

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => $"{ContactKey} on {Account?.Id ?? "no account"}: {Decision} {Outcome}";
}
