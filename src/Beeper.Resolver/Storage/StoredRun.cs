namespace Beeper.Resolver.Storage;

/// <summary>A run as the store remembers it.</summary>
/// <param name="Command">The command.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null for one that died or is running.</param>
/// <param name="ExitCode">Its exit code, or null.</param>
/// <param name="Summary">Its summary as JSON, or null.</param>
public sealed record StoredRun(string Command, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int? ExitCode, string? Summary);
