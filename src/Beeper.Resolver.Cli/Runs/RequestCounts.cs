namespace Beeper.Resolver.Cli.Runs;

/// <summary>Requests sent by a run.</summary>
/// <param name="Reads">Requests that read.</param>
/// <param name="Writes">Requests that may have an effect.</param>
internal sealed record RequestCounts(int Reads, int Writes);
