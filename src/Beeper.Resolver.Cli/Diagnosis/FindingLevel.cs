using System.Text.Json.Serialization;

namespace Beeper.Resolver.Cli.Diagnosis;

/// <summary>How bad a finding is.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Works, but look at it.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    /// <summary>Does not work.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,
}
