namespace Beeper.Resolver.Pipeline;

/// <summary>What is left of one budget of an account.</summary>
/// <param name="Kind">Which requests it covers.</param>
/// <param name="Minute">Requests left in this minute.</param>
/// <param name="Hour">Requests left in this hour.</param>
/// <param name="Day">Requests left in this day.</param>
/// <param name="NextIn">How long until the next request is allowed; zero for now, null for never.</param>
public sealed record BudgetLeft(BudgetKind Kind, int Minute, int Hour, int Day, TimeSpan? NextIn)
{
    /// <summary>The requests that may be sent now: the least of the three.</summary>
    public int Now => Math.Min(Minute, Math.Min(Hour, Day));
}
