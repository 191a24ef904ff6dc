namespace Beeper.Resolver.Normalization;

/// <summary>What a word may be besides a name.</summary>
/// <param name="IsHonorific">An honorific, before the name.</param>
/// <param name="IsDottedHonorific">An honorific when a full stop follows.</param>
/// <param name="IsDegree">A degree, behind the name.</param>
/// <param name="Generation">The generation it stands for, or null.</param>
internal readonly record struct NameTitle(bool IsHonorific, bool IsDottedHonorific, bool IsDegree, string? Generation);
