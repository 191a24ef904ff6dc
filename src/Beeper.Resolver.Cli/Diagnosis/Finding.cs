namespace Beeper.Resolver.Cli.Diagnosis;

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What was found and, where it is not ok, what to do.</param>
/// <param name="ExitCode">The exit code a failure asks for.</param>
internal sealed record Finding(FindingLevel Level, string Subject, string Text, [property: System.Text.Json.Serialization.JsonIgnore] int ExitCode = 0);
