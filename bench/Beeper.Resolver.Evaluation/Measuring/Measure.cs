namespace Beeper.Resolver.Evaluation.Measuring;

/// <summary>A measured value with its 95 % interval; NaN where there is none.</summary>
internal readonly record struct Measure(string Name, double Value, double Low, double High);
