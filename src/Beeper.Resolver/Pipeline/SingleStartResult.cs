using Beeper.Resolver.Desktop;

namespace Beeper.Resolver.Pipeline;

/// <summary>The end of one start or create that a person asked for by hand.</summary>
/// <param name="Result">The answer.</param>
/// <param name="PersonKey">What names the person to the store: the contact's key, or one made of the target.</param>
/// <param name="FromStore">Whether the store gave the answer without a request.</param>
/// <param name="CarriedText">Whether the request carried the first message.</param>
public sealed record SingleStartResult(StartResult Result, string PersonKey, bool FromStore, bool CarriedText);
