namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>One calling code.</summary>
/// <param name="Code">The code, 1 to 999.</param>
/// <param name="Root">The node where its national numbers begin.</param>
/// <param name="MainRegion">Index of the region whose prefix rules and lengths hold for numbers in international form.</param>
/// <param name="SoleRegion">The number of its only region, or 0 if several share it.</param>
internal readonly record struct CallingCodeRoot(ushort Code, ushort Root, ushort MainRegion, ushort SoleRegion);
