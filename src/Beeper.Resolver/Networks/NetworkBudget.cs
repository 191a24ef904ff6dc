namespace Beeper.Resolver.Networks;

/// <summary>The most requests of one sort that may reach a network per account.</summary>
/// <param name="PerMinute">Requests per minute; 0 means none.</param>
/// <param name="PerHour">Requests per hour; 0 means none.</param>
/// <param name="PerDay">Requests per day; 0 means none.</param>
public sealed record NetworkBudget(int PerMinute, int PerHour, int PerDay);
