namespace Beeper.Resolver.Pipeline;

/// <summary>What a contact search said of one identifier.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="User">The person, when exactly one carries the identifier.</param>
internal readonly record struct LookupAnswer(LookupKind Kind, NetworkUser? User = null)
{
    /// <summary>Contact searches sent for it.</summary>
    public int Requests { get; init; }

    /// <summary>The form that found the person, where it is not the contact's own: an older form of the number.</summary>
    public Identifier? FoundBy { get; init; }

    /// <summary>Why nothing was asked or answered, when the kind is <see cref="LookupKind.Left"/>.</summary>
    public Evidence? Reason { get; init; }

    /// <summary>The refusal, when the kind is <see cref="LookupKind.Refused"/>.</summary>
    public ResolutionError? Error { get; init; }
}
