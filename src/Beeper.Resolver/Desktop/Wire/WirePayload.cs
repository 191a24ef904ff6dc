using System.Text.Json.Serialization;

namespace Beeper.Resolver.Desktop.Wire;

/// <summary>The person of a start request.</summary>
internal sealed record WirePayload
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("fullName")]
    public string? FullName { get; init; }

    [JsonPropertyName("phoneNumber")]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("username")]
    public string? Username { get; init; }

    public static WirePayload Of(UserPayload user) => new() { Id = user.Id, Email = user.Email, FullName = user.FullName, PhoneNumber = user.PhoneNumber, Username = user.Username };
}
