namespace Beeper.Resolver.Sandbox;

/// <summary>The counts of a server. A snapshot.</summary>
/// <param name="Requests">Requests by method.</param>
/// <param name="Starts">Requests for a start or create that passed validation.</param>
/// <param name="Created">Chats created.</param>
/// <param name="FirstMessages">Messages delivered by a start or create.</param>
/// <param name="People">The people that received anything.</param>
public sealed record SandboxCounters(IReadOnlyDictionary<string, int> Requests, int Starts, int Created, int FirstMessages, IReadOnlyList<PersonCounters> People);
