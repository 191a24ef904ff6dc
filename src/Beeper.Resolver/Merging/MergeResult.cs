namespace Beeper.Resolver.Merging;

/// <summary>What merging gave.</summary>
/// <param name="Contacts">The contacts, ordered by their first record.</param>
/// <param name="Suggestions">Contacts that may be one person, ordered by reason and keys; each pair once.</param>
public sealed record MergeResult(IReadOnlyList<Contact> Contacts, IReadOnlyList<MergeSuggestion> Suggestions);
