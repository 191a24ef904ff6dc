namespace Beeper.Resolver.Networks;

/// <summary>What one chat network can resolve, in which form, and how carefully. Facts are the bridges' own behaviour; each profile names its source.</summary>
public sealed record NetworkProfile
{
    /// <summary>Canonical key such as <c>whatsapp</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Other keys that bridges and apps use for the network.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Identifier kinds a start accepts, best first; empty when nothing can be resolved.</summary>
    public IReadOnlyList<IdentifierKind> Accepts { get; init; } = [];

    /// <summary>Identifier kinds that a contact search finds without being seen by the other person.</summary>
    public IReadOnlyList<IdentifierKind> LooksUp { get; init; } = [];

    /// <summary>
    /// Regular expressions that an identifier of a kind has to match whole before it is sent; a kind without one takes any. They keep out
    /// what a bridge would misread, such as bare digits that Telegram and Meta take for somebody's user ID.
    /// </summary>
    public IReadOnlyDictionary<IdentifierKind, string> Forms { get; init; } = new Dictionary<IdentifierKind, string>();

    /// <summary>Whether handles keep their case (X compares them so in its bridge).</summary>
    public bool CaseSensitiveUsernames { get; init; }

    /// <summary>Whether equal phones may differ by the Mexican 1, the Brazilian 9 or the Argentine 9 (WhatsApp).</summary>
    public bool PhoneVariants { get; init; }

    /// <summary>Whether an existing chat of exactly the full name is shown for a decision, because the network publishes no identifier that address books hold (LinkedIn).</summary>
    public bool MatchesByName { get; init; }

    /// <summary>Whether phones are found among the account's listed people only, so that one that is not listed need not be asked about (Telegram).</summary>
    public bool PhonesAreLocal { get; init; }

    /// <summary>Days after which a not-found is asked again.</summary>
    public int NotFoundDays { get; init; } = 30;

    /// <summary>Whether chats may be created.</summary>
    public NetworkMode Mode { get; init; } = NetworkMode.ExistingOnly;

    /// <summary>Whether an existing-only network creates chats once invitations are allowed (Matrix).</summary>
    public bool CreatesByInvitation { get; init; }

    /// <summary>Whether people use the network for work, so that an e-mail domain which spells the organisation speaks for the address.</summary>
    public bool IsWorkplace { get; init; }

    /// <summary>The most starts per account.</summary>
    public NetworkBudget Budget { get; init; } = new(0, 0, 0);

    /// <summary>The most starts by phone per account where they have a budget of their own (Telegram answers them locally); null where they share it.</summary>
    public NetworkBudget? PhoneBudget { get; init; }

    /// <summary>The most contact searches per account that may reach the network; null where searches stay local.</summary>
    public NetworkBudget? LookupBudget { get; init; }

    /// <summary>The budget that starts by a kind of identifier count against.</summary>
    public NetworkBudget BudgetOf(IdentifierKind kind) => kind == IdentifierKind.Phone && PhoneBudget is { } own ? own : Budget;

    /// <summary>Why the profile is so.</summary>
    public string Reason { get; init; } = "";

    /// <summary>A short text that changes with anything that decides what is tried on the network; budgets do not.</summary>
    internal string Digest => string.Join('/', Key, string.Join('+', Accepts), string.Join('+', LooksUp), Mode, CreatesByInvitation, PhoneVariants, PhonesAreLocal, MatchesByName, IsWorkplace, CaseSensitiveUsernames,
        string.Join('+', Forms.OrderBy(static form => form.Key).Select(static form => form.Value)));
}
