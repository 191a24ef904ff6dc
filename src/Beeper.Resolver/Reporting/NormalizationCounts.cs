namespace Beeper.Resolver.Reporting;

/// <summary>What the normalising filter wrote.</summary>
/// <param name="Records">Lines of records.</param>
/// <param name="Rejected">Lines of rejected rows, each with a <c>ROW_</c> problem.</param>
public readonly record struct NormalizationCounts(long Records, long Rejected);
