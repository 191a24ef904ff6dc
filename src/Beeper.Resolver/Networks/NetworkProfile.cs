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

    /// <summary>Whether handles keep their case (X compares them so in its bridge).</summary>
    public bool CaseSensitiveUsernames { get; init; }

    /// <summary>Whether equal phones may differ by the Mexican 1, the Brazilian 9 or the Argentine 9 (WhatsApp).</summary>
    public bool PhoneVariants { get; init; }

    /// <summary>Whether an existing chat may be matched by full name alone, because the network publishes no identifier that address books hold (LinkedIn).</summary>
    public bool MatchesByName { get; init; }

    /// <summary>Whether a miss says that the person is not on the network; false for Telegram phones, which are local only.</summary>
    public bool MissIsProof { get; init; } = true;

    /// <summary>Days after which a not-found is asked again.</summary>
    public int NotFoundDays { get; init; } = 30;

    /// <summary>Whether chats may be created.</summary>
    public NetworkMode Mode { get; init; } = NetworkMode.ExistingOnly;

    /// <summary>Whether an existing-only network creates chats once invitations are allowed (Matrix).</summary>
    public bool CreatesByInvitation { get; init; }

    /// <summary>The most starts per account.</summary>
    public NetworkBudget Budget { get; init; } = new(0, 0, 0);

    /// <summary>Why the profile is so.</summary>
    public string Reason { get; init; } = "";
}
