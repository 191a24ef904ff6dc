using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>A person in an answer.</summary>
internal sealed record WireUser
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("username")]
    public string? Username { get; init; }

    [JsonPropertyName("phoneNumber")]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("fullName")]
    public string? FullName { get; init; }

    [JsonPropertyName("cannotMessage")]
    public bool? CannotMessage { get; init; }

    [JsonPropertyName("isSelf")]
    public bool? IsSelf { get; init; }

    /// <summary>The person, or null without an ID.</summary>
    public NetworkUser? ToUser() => string.IsNullOrEmpty(Id) ? null : new NetworkUser(Id)
    {
        Username = Username,
        PhoneNumber = PhoneNumber,
        Email = Email,
        FullName = FullName,
        CannotMessage = CannotMessage ?? false,
        IsSelf = IsSelf ?? false,
    };
}
