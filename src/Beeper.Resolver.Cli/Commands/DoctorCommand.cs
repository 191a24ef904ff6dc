using System.CommandLine;
using System.Text.Json;
using Beeper.Resolver.Cli.Diagnosis;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Cli.Commands;

/// <summary><c>doctor</c>: what works, what does not, and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Tool tool)
    {
        var command = new Command("doctor", "Check that Beeper can be reached, the token, the accounts and the store; each line says how to mend it.");
        tool.Common.AddServerTo(command);
        command.Add(tool.Common.Json);
        HelpText.Apply(command, """
            beeper-resolver doctor
            beeper-resolver doctor --sandbox
            """, ExitCode.Summary);
        command.SetAction(async (parsed, _) =>
        {
            var findings = await new Checkup(new ResolvedSettings(parsed, tool)).RunAsync(tool.Interruption.Signal.Claiming);
            if (parsed.GetValue(tool.Common.Json))
                tool.Terminal.Line(JsonSerializer.Serialize(new { schema = 1, findings }, ResolverJson.Options));
            else
                findings.ForEach(finding => tool.Terminal.Line($"{finding.Level.ToString().ToLowerInvariant(),-5} {finding.Subject,-10} {VisibleText.Of(finding.Text)}"));
            return findings.Where(static finding => finding.Level == FindingLevel.Fail).Select(static finding => finding.ExitCode).FirstOrDefault();
        });
        return command;
    }
}
