namespace Beeper.Resolver.Pipeline;

/// <summary>What a budget counts.</summary>
public enum BudgetKind
{
    /// <summary>Starts.</summary>
    Starts,

    /// <summary>Starts by phone, on networks that answer them locally.</summary>
    PhoneStarts,

    /// <summary>Contact searches.</summary>
    Lookups,
}
