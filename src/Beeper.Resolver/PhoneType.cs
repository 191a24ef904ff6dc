using System.Text.Json.Serialization;

namespace Beeper.Resolver;

/// <summary>The kind of line a phone number belongs to, in libphonenumber's terms and spelling.</summary>
public enum PhoneType
{
    /// <summary>The number matches no known range, so it is not valid.</summary>
    [JsonStringEnumMemberName("UNKNOWN")]
    Unknown,

    /// <summary>Fixed line.</summary>
    [JsonStringEnumMemberName("FIXED_LINE")]
    FixedLine,

    /// <summary>Mobile.</summary>
    [JsonStringEnumMemberName("MOBILE")]
    Mobile,

    /// <summary>The plan does not tell fixed from mobile, as in North America.</summary>
    [JsonStringEnumMemberName("FIXED_LINE_OR_MOBILE")]
    FixedLineOrMobile,

    /// <summary>Free of charge for the caller.</summary>
    [JsonStringEnumMemberName("TOLL_FREE")]
    TollFree,

    /// <summary>Premium rate.</summary>
    [JsonStringEnumMemberName("PREMIUM_RATE")]
    PremiumRate,

    /// <summary>Cost shared between caller and callee.</summary>
    [JsonStringEnumMemberName("SHARED_COST")]
    SharedCost,

    /// <summary>Voice over IP.</summary>
    [JsonStringEnumMemberName("VOIP")]
    Voip,

    /// <summary>Personal number that may be routed anywhere.</summary>
    [JsonStringEnumMemberName("PERSONAL_NUMBER")]
    PersonalNumber,

    /// <summary>Pager.</summary>
    [JsonStringEnumMemberName("PAGER")]
    Pager,

    /// <summary>Company-wide number.</summary>
    [JsonStringEnumMemberName("UAN")]
    Uan,

    /// <summary>Voice mail access.</summary>
    [JsonStringEnumMemberName("VOICEMAIL")]
    VoiceMail,
}
