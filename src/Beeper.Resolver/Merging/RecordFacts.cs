using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>What is true of a record.</summary>
/// <param name="SelfAgreement">How its name stands to the same name on another record.</param>
/// <param name="IsNameless">Whether the name is missing or no person's.</param>
/// <param name="HasInitial">Whether a word of the name is an initial.</param>
/// <param name="HasProfile">Whether it has a profile on a network where a person has one.</param>
internal readonly record struct RecordFacts(NameAgreement SelfAgreement, bool IsNameless, bool HasInitial, bool HasProfile);
