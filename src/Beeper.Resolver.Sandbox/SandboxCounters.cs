namespace Beeper.Resolver.Sandbox;

/// <summary>The counts of a server. A snapshot.</summary>
/// <param name="Requests">Requests by method.</param>
/// <param name="Starts">Requests that ask for a start or create.</param>
/// <param name="Created">Chats created.</param>
/// <param name="FirstMessages">First messages delivered.</param>
/// <param name="People">The people that received anything.</param>
public sealed record SandboxCounters(IReadOnlyDictionary<string, int> Requests, int Starts, int Created, int FirstMessages, IReadOnlyList<PersonCounters> People);
