using System.Text.Json.Serialization;

namespace Beeper.Resolver.Sandbox.People;

/// <summary>An account of the population.</summary>
/// <param name="AccountId">ID.</param>
/// <param name="Bridge">Its bridge.</param>
/// <param name="Network">The network's display name.</param>
/// <param name="Status">Its status; null counts as connected, anything but <c>connected</c> refuses starts with 409.</param>
/// <param name="User">Its owner.</param>
public sealed record SandboxAccount([property: JsonPropertyName("accountID")] string AccountId, Bridge? Bridge, string? Network, string? Status, AccountUser User)
{
    /// <summary>The machine key of the network.</summary>
    internal string NetworkKey => Bridge?.Type ?? Network ?? "unknown";

    /// <summary>Whether chats can be started on it.</summary>
    internal bool IsConnected => Status is null or "connected";
}
