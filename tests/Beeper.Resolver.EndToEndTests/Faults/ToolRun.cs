namespace Beeper.Resolver.EndToEndTests.Faults;

/// <summary>How a run of the tool ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors);
