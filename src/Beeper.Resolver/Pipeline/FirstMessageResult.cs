namespace Beeper.Resolver.Pipeline;

/// <summary>How one first message ended.</summary>
/// <param name="Message">The message.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="Requests">Requests sent that carried text.</param>
public sealed record FirstMessageResult(FirstMessage Message, FirstMessageOutcome Outcome, ResolutionError? Error, int Requests)
{
    /// <summary>Says nothing of the person or the text.</summary>
    public override string ToString() => $"{Message}: {Outcome}";
}
