using System.Text.Json.Serialization;

namespace Beeper.Resolver;

/// <summary>What an <see cref="Identifier"/> is. The wire names are those of the result lines: <c>id</c>, <c>phone</c>, <c>email</c>, <c>username</c>.</summary>
public enum IdentifierKind
{
    /// <summary>A network's own user ID, such as a Matrix ID; case is kept.</summary>
    [JsonStringEnumMemberName("id")]
    UserId,

    /// <summary>A phone number in E.164 form, with its plus sign.</summary>
    [JsonStringEnumMemberName("phone")]
    Phone,

    /// <summary>An e-mail address in the form it is sent to: local part as written, domain in lower-case ASCII.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>A handle on one network, without <c>@</c>.</summary>
    [JsonStringEnumMemberName("username")]
    Username,
}
