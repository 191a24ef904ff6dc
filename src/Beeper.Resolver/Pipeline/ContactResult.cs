namespace Beeper.Resolver.Pipeline;

/// <summary>One contact with what is known of it on every account that was considered.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Resolutions">At least one; without account for a contact no account can resolve.</param>
/// <param name="FromStore">Whether the store answered and no request was made.</param>
public sealed record ContactResult(Contact Contact, IReadOnlyList<Resolution> Resolutions, bool FromStore)
{
    private static readonly Outcome[] ByPrecedence = [Resolver.Outcome.Resolved, Resolver.Outcome.Unknown, Resolver.Outcome.Failed, Resolver.Outcome.Held, Resolver.Outcome.NotFound, Resolver.Outcome.Skipped];

    /// <summary>
    /// The contact's outcome over all accounts: resolved where any account has the chat, else the one that most wants attention; null for a
    /// start that is only planned.
    /// </summary>
    public Outcome? Outcome
    {
        get
        {
            foreach (var outcome in ByPrecedence)
            {
                if (outcome == Resolver.Outcome.Held && Resolutions.Any(static one => one.Outcome is null))
                    return null;
                if (Resolutions.Any(one => one.Outcome == outcome))
                    return outcome;
            }
            return null;
        }
    }

    /// <summary>Whether work on the contact was left for a later run.</summary>
    public bool IsLeft => Resolutions.Any(static one => one.Evidence.Any(static evidence => PlanEvidence.LeavesWork(evidence.Id)));

    /// <summary>The contact's key only.</summary>
    public override string ToString() => $"{Contact.Key}: {Outcome}";
}
