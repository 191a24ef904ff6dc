namespace Beeper.Resolver.Ranking;

/// <summary>A point of a calibration curve.</summary>
/// <param name="LogOdds">The sum of the evidence, log2 odds.</param>
/// <param name="Rate">How often such a sum was right, 0 to 1.</param>
public readonly record struct CalibrationPoint(double LogOdds, double Rate);
