using System.Text.Json.Serialization;

namespace Beeper.Resolver.Cli.Runs;

/// <summary>The first messages of a run.</summary>
/// <param name="Planned">Planned and confirmed.</param>
/// <param name="Sent">Sent.</param>
/// <param name="NotNeeded">Not sent: the chat holds a message of the owner.</param>
/// <param name="Refused">Refused; nothing was sent.</param>
/// <param name="Unknown">Of unknown outcome.</param>
/// <param name="Left">Left for a later run.</param>
internal sealed record MessageCounts(int Planned, int Sent, int NotNeeded, int Refused, int Unknown, int Left)
{
    /// <summary>The exit code they ask for; null for none.</summary>
    [JsonIgnore]
    public int? Code => Refused + Unknown > 0 ? ExitCode.SomeFailed : Left > 0 ? ExitCode.WorkLeft : null;
}
