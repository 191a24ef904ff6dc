namespace Beeper.Resolver.Storage;

/// <summary>What the probabilities of merge suggestions were worked out with.</summary>
/// <param name="Version">Version of the shipped numbers.</param>
/// <param name="Confirmed">Merges of the user that counted as examples.</param>
/// <param name="Rejected">Contacts kept apart that did.</param>
/// <param name="Body">The learnt rates and weights as JSON.</param>
public sealed record SuggestionLearning(string Version, int Confirmed, int Rejected, string Body);
