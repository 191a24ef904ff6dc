namespace Beeper.Resolver.Ranking;

/// <summary>What is made of a person that was found.</summary>
/// <param name="Decision">Start, hold or skip.</param>
/// <param name="Name">How the shown name stands to the contact's.</param>
/// <param name="Evidence">Everything weighed, the hold or skip last.</param>
/// <param name="Score">The chance that the person is the contact, 0 to 100.</param>
public sealed record PersonJudgement(Decision Decision, NameFinding Name, IReadOnlyList<Evidence> Evidence, double Score);
