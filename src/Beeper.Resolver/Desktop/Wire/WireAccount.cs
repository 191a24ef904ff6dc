using System.Text.Json.Serialization;
using Beeper.Resolver.Networks;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>An account in an answer.</summary>
internal sealed record WireAccount
{
    [JsonPropertyName("accountID")]
    public string? AccountId { get; init; }

    [JsonPropertyName("network")]
    public string? Network { get; init; }

    [JsonPropertyName("bridge")]
    public WireBridge? Bridge { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("user")]
    public WireUser? User { get; init; }

    /// <summary>The account, or null without an ID. The network comes from the bridge's type, else from the account's ID, else from the display name.</summary>
    public Account? ToAccount(NetworkCatalog networks)
    {
        if (string.IsNullOrEmpty(AccountId))
            return null;
        var key = new[] { Bridge?.Type, AccountId, Network }.OfType<string>().Select(networks.CanonicalKey).FirstOrDefault(static key => key != NetworkCatalog.UnknownKey);
        return new Account(AccountId, key ?? NetworkCatalog.UnknownKey) { DisplayNetwork = Network, Status = Status, User = User?.ToUser() };
    }
}
