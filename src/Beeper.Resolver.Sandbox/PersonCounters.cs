using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox;

/// <summary>What one person of a sandbox has received.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Id">The person.</param>
public sealed record PersonCounters([property: JsonPropertyName("accountID")] string AccountId, string Id)
{
    /// <summary>Starts and creates that resolved to the person, whether or not a chat came of them.</summary>
    public int Starts { get; set; }

    /// <summary>Direct chats created with the person.</summary>
    public int Created { get; set; }

    /// <summary>Messages delivered to the person by a start or create: more than one is a first message sent twice.</summary>
    public int FirstMessages { get; set; }

    /// <summary>All messages delivered to the person.</summary>
    public int Messages { get; set; }
}
