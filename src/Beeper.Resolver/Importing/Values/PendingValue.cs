namespace Beeper.Resolver.Importing.Values;

/// <summary>A value of a row before the row's countries are all known.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The value.</param>
/// <param name="Column">Header of its column.</param>
/// <param name="Label">Its label, or null.</param>
/// <param name="Primary">Whether it is marked as primary.</param>
/// <param name="Network">The network it is tied to, or null.</param>
internal readonly record struct PendingValue(SourceValueKind Kind, string Text, string Column, string? Label = null, bool Primary = false, string? Network = null);
