namespace Beeper.Resolver.Cli.Runs;

/// <summary>How a result is written.</summary>
internal enum OutputForm
{
    /// <summary>For a person.</summary>
    Text,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One JSON object per line, while running.</summary>
    JsonLines,
}
