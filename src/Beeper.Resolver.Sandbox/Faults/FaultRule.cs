namespace Beeper.Resolver.Sandbox.Faults;

/// <summary>One fault: which requests it meets and what it does to them. The first rule that matches wins.</summary>
/// <param name="Match">Which requests.</param>
/// <param name="Effect">What happens.</param>
public sealed record FaultRule(FaultMatch Match, FaultEffect Effect);
