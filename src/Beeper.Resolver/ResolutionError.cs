namespace Beeper.Resolver;

/// <summary>Why a resolution failed or is unknown.</summary>
/// <param name="Code">The API's error code, or one of ours in lower case (<c>timeout</c>, <c>connection</c>, <c>protocol</c>).</param>
/// <param name="Message">What happened and what to do, without personal data.</param>
/// <param name="Status">HTTP status, or null when no answer was read.</param>
public sealed record ResolutionError(string Code, string Message, int? Status = null);
