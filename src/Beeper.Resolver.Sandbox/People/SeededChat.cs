namespace Beeper.Resolver.Sandbox.People;

/// <summary>A direct chat that exists from the start.</summary>
/// <param name="LastActivity">When it was last used.</param>
public sealed record SeededChat(DateTimeOffset? LastActivity);
