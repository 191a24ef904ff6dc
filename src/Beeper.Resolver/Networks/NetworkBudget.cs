namespace Beeper.Resolver.Networks;

/// <summary>The most starts that may reach a network per account.</summary>
/// <param name="PerMinute">Starts per minute; 0 means none.</param>
/// <param name="PerHour">Starts per hour; 0 means none.</param>
/// <param name="PerDay">Starts per day; 0 means none.</param>
public sealed record NetworkBudget(int PerMinute, int PerHour, int PerDay);
